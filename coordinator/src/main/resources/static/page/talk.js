// What a customer and the workshops of an order write to each other.

import {call} from './api.js';
import {element} from './dom.js';
import {when} from './words.js';

export async function readTalk(path, bearer) {
  const all = [];
  for (let after = 0, more = true; more;) {
    const page = await call('GET', `${path}/messages?after=${after}`, {bearer});
    all.push(...page.messages);
    after = page.next;
    more = page.more;
  }
  return all;
}

// A form that outlives the drawings of the page, so that what is being typed stays.
export function writing(path, bearer, written) {
  const text = element('textarea', {rows: 2, maxlength: 2000, 'aria-label': 'Your message', placeholder: 'A question, or what the workshop should know'});
  const to = element('select', {'aria-label': 'To'});
  const trouble = element('p', {class: 'small-text', role: 'alert'});
  let id = newId();
  const send = async event => {
    event.preventDefault();
    if (!text.value.trim()) return;
    try {
      await call('PUT', `${path}/messages/${id}`, {bearer, json: {text: text.value, workshop: to.value || undefined}});
      text.value = '';
      trouble.textContent = '';
      id = newId(); // until it is there, the same id: sent twice it is said once
      written();
    } catch (problem) {
      trouble.textContent = problem.message;
    }
  };
  const form = element('form', {class: 'write', onsubmit: send}, to, text, element('button', {class: 'small'}, 'Write'), trouble);
  return {form, to, typing: () => form.contains(document.activeElement), goOn: () => text.focus()};
}

export function talk(messages, order, {workshops, write}) {
  const ids = [...new Set((order.lots ?? []).map(lot => lot.workshop))];
  if (!ids.length) return null;
  const name = id => workshops.find(workshop => workshop.id === id)?.name ?? id;
  if ([...write.to.options].map(option => option.value).join() !== ids.join()) {
    write.to.replaceChildren(...ids.map(id => element('option', {value: id}, name(id))));
  }
  write.to.hidden = ids.length < 2;
  return element('section', {}, element('h2', {}, 'Between you and the workshop'),
    messages.length ? element('ol', {class: 'story'}, messages.map(message => element('li', {},
      element('time', {datetime: message.at}, when(message.at)),
      element('span', {}, element('strong', {}, message.by === 'workshop' ? name(message.workshop) : 'You'), ': ', message.text ?? 'forgotten')))) : null,
    write.form);
}

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
