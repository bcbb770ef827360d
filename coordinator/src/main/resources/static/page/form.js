// Takes an order: what, how many, by when, where. Makes the secret of the order here, in the browser.

import {call, guestToken, newOrderId, newSecret, sha256, token} from './api.js';
import {requirementWords} from './designs.js';
import {element, show} from './dom.js';
import {whoCould} from './matches.js';
import {asksOf, choosingOf, howWell, originOf, whoGetsIt, whose} from './wish.js';

const PROGRAM = 'a file of my own';

export async function form(wish) {
  const [community, {designs}] = await Promise.all([call('GET', 'community'), call('GET', 'designs')]);
  const state = {file: null};
  const page = element('form', {novalidate: true, onsubmit: event => { event.preventDefault(); send(page, state, designs); }},
    what(designs, wish, state),
    howMany(),
    howWell(field),
    where(community, () => page),
    whoCould(() => question(page, state), problem => wrong(page, problem.field, problem.message)),
    whoGetsIt(field),
    you(),
    element('div', {class: 'wrong', id: 'general', role: 'alert'}),
    element('div', {class: 'actions'}, element('button', {type: 'submit'}, 'Order'),
      element('span', {class: 'quiet small-text'}, token.read() ? 'With your token: the workshops are asked at once.' : 'You get a secret link. Nothing starts before you confirm there.')));
  show([element('div', {class: 'lead'}, element('h1', {}, 'Have something made'),
    element('p', {}, 'The nearest workshops are asked first, further ones only when none of them can.')), page]);
  page.dispatchEvent(new Event('change'));
}

function what(designs, wish, state) {
  const own = designs.length === 0;
  const name = element('span', {}, 'Drop a program (G-code) or a model (STL, 3MF, OBJ) here, or choose one');
  const input = element('input', {type: 'file', accept: '.gcode,.g,.gco,.nc,.ngc,.tap,.stl,.3mf,.obj', onchange: () => take(input.files[0])});
  const drop = element('label', {class: 'drop', id: 'field-files'}, input, name);
  const take = file => { if (file) { state.file = file; name.textContent = `${file.name}, ${Math.ceil(file.size / 1024)} kB`; } };
  drop.addEventListener('dragover', event => { event.preventDefault(); drop.classList.add('over'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => { event.preventDefault(); drop.classList.remove('over'); take(event.dataTransfer.files[0]); });
  const brought = element('div', {class: 'own', hidden: true}, drop,
    element('p', {class: 'quiet small-text'}, 'Size, temperatures and firmware are read from the file. A model goes only to workshops that make programs themselves. Only you and the workshops that are asked can read it.'),
    element('div', {class: 'pair'},
      field('title', 'What is it?', element('input', {name: 'title', maxlength: 100, placeholder: 'Shelf bracket'})),
      field('material', 'Material', element('input', {name: 'material', maxlength: 60, list: 'materials', value: 'PLA'}))),
    whose(field),
    element('datalist', {id: 'materials'}, ['PLA', 'PETG', 'ABS', 'TPU', 'plywood', 'beech', 'aluminium'].map(value => element('option', {value}))));
  const set = element('fieldset', {}, element('legend', {}, 'What'),
    element('div', {class: 'choices', id: 'field-release'},
      designs.map((design, index) => {
        const newest = design.releases.at(-1);
        const chosen = wish ? wish === newest.release : index === 0;
        return choice(newest.release, design.title, requirementWords(newest.requirement), chosen);
      }),
      choice(PROGRAM, 'Something of my own', 'a program (G-code) or a model', own)),
    brought);
  set.addEventListener('change', () => { brought.hidden = new FormData(set.form).get('release') !== PROGRAM; });
  queueMicrotask(() => { brought.hidden = !own; });
  return set;
}

function choice(value, title, detail, checked) {
  return element('label', {class: 'choice'}, element('input', {type: 'radio', name: 'release', value, checked}),
    element('strong', {}, title), element('br'), element('span', {class: 'quiet small-text'}, detail));
}

function howMany() {
  const soon = new Date(Date.now() + 3 * 86_400_000);
  const local = new Date(soon.getTime() - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  return element('fieldset', {}, element('legend', {}, 'How many, by when'), element('div', {class: 'pair'},
    field('pieces', 'Pieces', element('input', {name: 'pieces', type: 'number', min: 1, max: 1000, step: 1, value: 1, inputmode: 'numeric'})),
    field('wanted', 'By when', element('input', {name: 'wanted', type: 'datetime-local', value: local}))));
}

function where(community, page) {
  const fill = (latitude, longitude) => {
    page().elements.latitude.value = latitude.toFixed(4);
    page().elements.longitude.value = longitude.toFixed(4);
  };
  const known = Object.entries(community.places ?? {});
  const mine = element('button', {type: 'button', class: 'plain', onclick: () => navigator.geolocation.getCurrentPosition(
    position => fill(position.coords.latitude, position.coords.longitude),
    () => wrong(page(), 'place', 'The browser does not tell your place. Type it, or choose one of the names.'))}, 'Use my place');
  const first = known[0]?.[1];
  return element('fieldset', {}, element('legend', {}, 'Where'),
    element('p', {class: 'quiet small-text'}, 'Workshops see the quarter only (a cell of about half a kilometre), never the exact place.'),
    element('div', {class: 'chips'}, known.map(([name, place]) =>
      element('button', {type: 'button', class: 'plain', onclick: () => fill(place.latitude, place.longitude)}, name)),
      'geolocation' in navigator ? mine : null),
    element('div', {class: 'pair', id: 'field-place'},
      field('place.latitude', 'Latitude', element('input', {name: 'latitude', inputmode: 'decimal', placeholder: '52.5200', value: first ? first.latitude.toFixed(4) : ''})),
      field('place.longitude', 'Longitude', element('input', {name: 'longitude', inputmode: 'decimal', placeholder: '13.4050', value: first ? first.longitude.toFixed(4) : ''}))));
}

function you() {
  return element('fieldset', {}, element('legend', {}, 'You'),
    field('contact', 'How can you be reached?', element('input', {name: 'contact', maxlength: 200, placeholder: 'mail or telephone', autocomplete: 'email'}), 'Kept encrypted; only you see it here.'),
    field('note', 'Anything to know?', element('textarea', {name: 'note', rows: 2, maxlength: 1000})));
}

function field(name, label, control, hint) {
  control.id = `field-${name}`;
  return element('label', {}, label, hint ? element('small', {}, hint) : null, control, element('span', {class: 'wrong', id: `wrong-${name}`}));
}

async function send(page, state, designs) {
  for (const sign of page.querySelectorAll('.wrong')) sign.textContent = '';
  for (const control of page.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  const button = page.querySelector('button[type=submit]');
  button.disabled = true;
  try {
    const values = Object.fromEntries(new FormData(page));
    const own = values.release === PROGRAM;
    if (own && !state.file) return wrong(page, 'files', 'Drop or choose a file first.');
    const title = own ? values.title || state.file.name.replace(/\.[^.]*$/, '') : designs.find(design => design.releases.at(-1).release === values.release)?.title ?? values.release;
    const id = newOrderId(title);
    const secret = newSecret();
    const bearer = token.read() ?? guestToken(id, secret);
    const body = {pieces: number(values.pieces), wanted: values.wanted ? new Date(values.wanted).toISOString() : null,
      place: {latitude: number(values.latitude), longitude: number(values.longitude)}, asks: asksOf(values), choosing: choosingOf(values)};
    for (const name of ['contact', 'note']) if (values[name]) body[name] = values[name];
    if (own) Object.assign(body, {title, material: values.material, origin: originOf(values), files: [await bring(state.file, bearer)]});
    else body.release = values.release;
    await call('PUT', `orders/${id}`, {bearer, json: body});
    location.hash = token.read() ? `#/orders/${id}` : `#/orders/${id}/${secret}?new`;
  } catch (problem) {
    wrong(page, problem.field, problem.message);
  } finally {
    button.disabled = false;
  }
}

// What would be ordered, as far as workshops are asked about it.
async function question(page, state) {
  for (const sign of page.querySelectorAll('.wrong')) sign.textContent = '';
  const values = Object.fromEntries(new FormData(page));
  const body = {pieces: number(values.pieces), place: {latitude: number(values.latitude), longitude: number(values.longitude)}, asks: asksOf(values)};
  if (values.wanted) body.wanted = new Date(values.wanted).toISOString();
  if (values.release !== PROGRAM) return {body: {...body, release: values.release}};
  if (!state.file) throw {field: 'files', message: 'Drop or choose a file first.'};
  const bearer = token.read() ?? guestToken(state.asking ??= newOrderId('question'), state.secret ??= newSecret());
  return {bearer, body: {...body, material: values.material, files: [await bring(state.file, bearer)]}};
}

async function bring(file, bearer) {
  const bytes = await file.arrayBuffer();
  const digest = await sha256(bytes);
  await call('PUT', `files/${digest}`, {bearer, body: bytes});
  return {name: file.name, digest};
}

const number = text => text === '' || text === undefined || Number.isNaN(Number(text)) ? null : Number(text);

function wrong(page, name, message) {
  const base = name?.split('[')[0].replace('choosing.together', 'together').replace(/^choosing\.handovers$/, 'handovers');
  const sign = base && page.querySelector(`#${CSS.escape(`wrong-${base}`)}`);
  const control = base && page.querySelector(`#${CSS.escape(`field-${base}`)}`);
  control?.setAttribute('aria-invalid', 'true');
  (sign ?? page.querySelector('#general')).textContent = message;
  control?.closest('details')?.setAttribute('open', '');
  (control ?? page.querySelector('#general')).scrollIntoView({block: 'center'});
  if (control?.matches('input, textarea, select')) control.focus();
}
