// What is asked beside the file, and who is to get the order: fields, and what they mean to the API.

import {element} from './dom.js';

const PURPOSES = {'ordinary': 'nothing where it could do harm', 'food': 'touches food or drink', 'skin': 'lies on skin for hours',
  'child-under-three': 'for a child under three', 'load-bearing': 'somebody is hurt when it breaks', 'mains-voltage': 'holds or covers mains voltage'};
const TOLERANCES = {'': 'as the machine makes it', 'c': 'coarse (ISO 2768-c)', 'm': 'medium (ISO 2768-m)', 'f': 'fine (ISO 2768-f)', 'IT9': 'IT9 (ISO 286)', 'IT7': 'IT7 (ISO 286)'};
const RULES = {'nearest': 'the nearest', 'cheapest': 'the cheapest', 'soonest': 'the soonest', 'spread': 'who has had the least work lately', 'i-choose': 'I look at the bids and choose'};
const CRITICAL = /^\s*(.+?)[\s=:]+(\d+(?:\.\d+)?)\s*(?:mm)?\s*(?:±|\+\/?-)\s*(\d+(?:\.\d+)?)\s*(?:mm)?\s*$/;

export function howWell(field) {
  return element('fieldset', {}, element('legend', {}, 'What must be right'),
    element('div', {class: 'pair'},
      field('asks.purposes', 'What is it for?', element('select', {name: 'purpose'}, options(PURPOSES)), 'A workshop promises that it is fit for that only by a bid which says so.'),
      field('asks.colour', 'Colour', element('input', {name: 'colour', maxlength: 40, placeholder: 'any'}))),
    element('details', {}, element('summary', {}, 'Finish, tolerance, dimensions, heat'),
      element('div', {class: 'pair'},
        field('asks.finishes', 'Finish', element('input', {name: 'finishes', maxlength: 120, placeholder: 'as it comes; or: sanded, oiled'})),
        field('asks.tolerance', 'Tolerance', element('select', {name: 'tolerance'}, options(TOLERANCES)))),
      element('div', {class: 'pair'},
        field('asks.critical', 'Dimensions to be measured', element('textarea', {name: 'critical', rows: 2, placeholder: 'bore 8 ± 0.05'}), 'One a line, in millimetres.'),
        field('asks.heatCelsius', 'Warmth it must bear (°C)', element('input', {name: 'heat', type: 'number', min: 0, max: 400, step: 1, inputmode: 'numeric'})))));
}

export function whoGetsIt(field) {
  const look = field('choosing.lookHours', 'Hours you want to choose', element('input', {name: 'lookHours', type: 'number', min: 1, max: 336, value: 24, inputmode: 'numeric'}), 'Afterwards the nearest that keeps to the wish gets it.');
  look.hidden = true;
  const by = element('select', {name: 'by', onchange: () => { look.hidden = by.value !== 'i-choose'; }}, options(RULES));
  return element('fieldset', {}, element('legend', {}, 'Who gets it, and how it comes to you'),
    element('div', {class: 'pair'},
      field('choosing.by', 'Of those who can', by),
      field('choosing.limit', 'At most, for all of it', element('input', {name: 'limit', maxlength: 30, placeholder: 'no limit; or 12.50 EUR, 2 HOURS'}))),
    look,
    element('div', {class: 'pair'},
      field('choosing.handover', 'How', element('select', {name: 'handover'}, options({pickup: 'I fetch it', delivery: 'brought or shipped to me'}))),
      field('handovers', 'From how many places', element('input', {name: 'handovers', type: 'number', min: 1, max: 16, value: 1, inputmode: 'numeric'}), 'More than one lets workshops share the pieces.')),
    tick('together', 'All pieces from one workshop, in one batch'),
    tick('firstPiece', 'I want to accept one piece before the others are made'),
    element('span', {class: 'wrong', id: 'wrong-together'}));
}

// Whose work a brought file is.
export function whose(field) {
  const elsewhere = element('div', {class: 'pair', hidden: true},
    field('origin.source', 'Published at', element('input', {name: 'source', type: 'url', maxlength: 300, placeholder: 'https://'})),
    field('origin.licence', 'Its licence', element('input', {name: 'licence', maxlength: 80, list: 'licences', placeholder: 'CC-BY-SA-4.0'})));
  const own = element('select', {name: 'whose', onchange: () => { elsewhere.hidden = own.value === 'own'; }},
    options({own: 'my own work', other: 'somebody else published it'}));
  return [field('origin', 'Whose work is it?', own), elsewhere,
    element('datalist', {id: 'licences'}, ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CERN-OHL-S-2.0', 'CERN-OHL-P-2.0', 'GPL-3.0-or-later', 'MIT'].map(value => element('option', {value})))];
}

export const originOf = values => values.whose === 'own' ? {source: 'own'} : {source: values.source ?? '', licence: values.licence ?? ''};

export function asksOf(values) {
  const asks = {purposes: [values.purpose]};
  if (values.colour?.trim()) asks.colour = values.colour.trim();
  if (values.finishes?.trim()) asks.finishes = values.finishes.split(',').map(word => word.trim()).filter(Boolean);
  if (values.tolerance) asks.tolerance = values.tolerance;
  if (values.heat) asks.heatCelsius = Math.round(Number(values.heat));
  const lines = (values.critical ?? '').split('\n').filter(line => line.trim());
  if (lines.length) asks.critical = lines.map(dimension);
  return asks;
}

function dimension(line) {
  const match = CRITICAL.exec(line);
  if (!match) throw {field: 'asks.critical', message: `Expected a name, a length and how far it may be off, such as "bore 8 ± 0.05", but found "${line.trim()}".`};
  return {what: match[1], nominalMm: Number(match[2]), plusMinusMm: Number(match[3])};
}

export function choosingOf(values) {
  const choosing = {by: values.by, handover: values.handover, handovers: Number(values.handovers) || 1};
  if (values.limit?.trim()) choosing.limit = values.limit.trim();
  if (values.by === 'i-choose' && values.lookHours) choosing.lookHours = Number(values.lookHours);
  if (values.together) choosing.together = true;
  if (values.firstPiece) choosing.firstPiece = true;
  return choosing;
}

const options = words => Object.entries(words).map(([value, text]) => element('option', {value}, text));

const tick = (name, text) => element('label', {class: 'tick'}, element('input', {type: 'checkbox', name, value: 'yes'}), text);

// What was asked beside the files, in words, for the page of an order.
export function askedWords(requirement) {
  const {needs = {}, quality = {}, terms = {}} = requirement ?? {};
  const purposes = (terms.purposes ?? []).filter(one => one !== 'ORDINARY').map(one => PURPOSES[one.toLowerCase().replaceAll('_', '-')]);
  return [needs.colour, ...(quality.finishes ?? []), toleranceWords(quality.tolerance),
    ...(quality.critical ?? []).map(one => `${one.what} ${one.nominalMm} ± ${one.plusMinusMm} mm`),
    needs.heatCelsius ? `bears ${needs.heatCelsius} °C` : null, ...purposes].filter(Boolean).join('; ');
}

const toleranceWords = tolerance => !tolerance || tolerance === 'UNSTATED' ? null : tolerance.replace('ISO2768_', 'ISO 2768-').replace(/-[A-Z]$/, end => end.toLowerCase());

export function choosingWords(choosing) {
  if (!choosing) return '';
  return [RULES[choosing.by.toLowerCase().replace('_', '-')], choosing.handover === 'DELIVERY' ? 'brought or shipped' : 'fetched',
    choosing.handovers > 1 ? `from up to ${choosing.handovers} places` : null, choosing.together ? 'all together' : null,
    choosing.firstPiece ? 'one piece first' : null].filter(Boolean).join(', ');
}
