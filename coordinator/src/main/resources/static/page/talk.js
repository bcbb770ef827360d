// What a customer and the workshops of an order write to each other.

import {bytes, call} from './api.js';
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
  const picked = element('input', {type: 'file', accept: 'image/jpeg,image/png', multiple: true, 'aria-label': 'Photos'});
  const trouble = element('p', {class: 'small-text', role: 'alert'});
  let id = newId();
  const send = async event => {
    event.preventDefault();
    if (!text.value.trim() && !picked.files.length) return;
    try {
      const photos = [];
      for (const file of picked.files) photos.push((await call('POST', `${path}/photos`, {bearer, body: file})).photo);
      await call('PUT', `${path}/messages/${id}`, {bearer, json: {text: text.value, workshop: to.value || undefined, photos}});
      text.value = '';
      picked.value = '';
      trouble.textContent = '';
      id = newId(); // until it is there, the same id: sent twice it is said once
      written();
    } catch (problem) {
      trouble.textContent = problem.message;
    }
  };
  const form = element('form', {class: 'write', onsubmit: send}, to, text, picked, element('button', {class: 'small'}, 'Write'), trouble);
  const fetchPhoto = async photo => URL.createObjectURL(await bytes(`${path}/photos/${photo}`, bearer));
  return {form, to, photos: new Map(), fetchPhoto, typing: () => form.contains(document.activeElement), goOn: () => text.focus()};
}

function who(message, name) {
  return {workshop: name(message.workshop), steward: 'A steward'}[message.by] ?? 'You';
}

// A photo needs the bearer's token, so it is fetched and not linked; once for each name.
function picture(photo, {photos, fetchPhoto}) {
  const image = element('img', {class: 'photo', alt: 'Photo'});
  if (!photos.has(photo)) photos.set(photo, fetchPhoto(photo));
  photos.get(photo).then(address => { image.src = address; }, () => image.remove());
  return image;
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
      element('span', {}, element('strong', {}, who(message, name)), ': ', message.text ?? 'forgotten',
        message.photos?.map(photo => picture(photo, write)))))) : null,
    write.form);
}

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
