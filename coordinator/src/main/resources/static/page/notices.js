// By what ways a customer is told about an order.

import {call} from './api.js';
import {element} from './dom.js';

// A form that outlives the drawings of the page, so that what is being typed stays.
export function notices(path, bearer) {
  const mail = element('input', {type: 'email', maxlength: 254, autocomplete: 'email', 'aria-label': 'Your mail address', placeholder: 'you@example.org'});
  const state = element('p', {class: 'quiet small-text', role: 'status'});
  let asked = {};
  const shown = told => {
    asked = told;
    mail.value = told.mail ?? '';
    const trouble = told.trouble?.at(-1);
    state.textContent = trouble ? `Not told: ${trouble.why}${trouble.next ? '; it is tried again' : ''}.`
      : told.mail ? `Told so far: ${told.sent}. Leave it empty to end it.` : 'Only this page tells you at the moment.';
  };
  const save = async event => {
    event.preventDefault();
    try {
      shown(await call('PUT', `${path}/notices`, {bearer, json: {mail: mail.value || undefined, webhook: asked.webhook, about: asked.about?.length ? asked.about : undefined}}));
    } catch (problem) {
      state.textContent = problem.message;
    }
  };
  const form = element('form', {class: 'write', onsubmit: save}, mail, element('button', {class: 'small'}, 'Tell me by mail'), state);
  call('GET', `${path}/notices`, {bearer}).then(shown, () => form.remove());
  return {form, typing: () => form.contains(document.activeElement), goOn: () => mail.focus()};
}
