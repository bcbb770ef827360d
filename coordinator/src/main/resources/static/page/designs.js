// What anybody may have made: the published designs.

import {call} from './api.js';
import {element, show} from './dom.js';
import {plural} from './words.js';

export async function designs() {
  const {designs: all} = await call('GET', 'designs');
  show([
    element('div', {class: 'lead'}, element('h1', {}, 'Designs'),
      element('p', {}, 'Free to make, to change and to pass on, under the licence that each names.')),
    all.length ? element('ul', {class: 'cards grid'}, all.map(card))
      : element('div', {class: 'card empty'}, 'No design has been published yet. You can still bring a program of your own: ', element('a', {href: '#/order'}, 'have something made'), '.'),
  ]);
}

function card(design) {
  const newest = design.releases.at(-1);
  return element('li', {class: 'card'},
    element('h3', {}, design.title),
    design.description ? element('p', {}, design.description) : null,
    element('p', {class: 'quiet small-text'}, [requirementWords(newest.requirement), design.licence, design.builds ? `made ${plural(design.builds, 'time')}` : null].filter(Boolean).join(' · ')),
    element('div', {class: 'actions'},
      element('a', {class: 'button small', href: `#/order?release=${encodeURIComponent(newest.release)}`}, 'Have it made'),
      element('span', {class: 'quiet small-text'}, newest.release)));
}

const WAYS = {PRINTING: 'printed', FFF: 'printed', SLA: 'printed', DLP: 'printed', RESIN: 'printed', MILLING: 'milled', LASER_CUTTING: 'cut', SHEET_CUTTING: 'cut', TURNING: 'turned'};

export function requirementWords(requirement) {
  if (!requirement) return '';
  const {x, y, z} = requirement.size;
  return `${WAYS[requirement.making] ?? requirement.making.toLowerCase().replaceAll('_', ' ')} in ${requirement.material}, ${x.toFixed(0)} × ${y.toFixed(0)} × ${z.toFixed(0)} mm`;
}
