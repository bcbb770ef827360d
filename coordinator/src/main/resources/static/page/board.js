// The first page: who is around, and what is being made now.

import {call} from './api.js';
import {element, show} from './dom.js';
import {follow} from './live.js';
import {middleOf, neighbourhood} from './map.js';
import {finished, machineWords, plural, stateOf} from './words.js';

const SHOWN_FINISHED = 6;

export async function board() {
  const community = await call('GET', 'community');
  const workshops = new Map();
  const orders = new Map();
  const left = element('section');
  const right = element('section');
  show([lead(community), element('div', {class: 'columns'}, left, element('div', {}, right))]);
  const draw = soon(() => {
    left.replaceChildren(...around(community, [...workshops.values()], [...orders.values()]));
    right.replaceChildren(...making(community, [...orders.values()], workshops));
  });
  draw();
  return follow('events', {on: (kind, value) => {
    if (kind === 'workshop') workshops.set(value.id, value);
    if (kind === 'order') orders.set(value.id, value);
    draw();
  }});
}

function lead(community) {
  return element('div', {class: 'lead'},
    element('h1', {}, 'Made by the workshops around you'),
    element('p', {}, `Order a part, and the workshops of ${community.name} are asked, the nearest first.`));
}

function around(community, workshops, orders) {
  const centre = middleOf(workshops.filter(workshop => workshop.place).map(workshop => workshop.place));
  const marks = {};
  for (const order of orders) {
    if (finished(order.state)) continue;
    for (const id of order.called ?? []) marks[id] ??= 'called';
    for (const id of order.workshops ?? []) marks[id] = 'making';
  }
  const sorted = workshops.toSorted((a, b) => a.name.localeCompare(b.name));
  return [
    element('h2', {}, 'Workshops', element('span', {class: 'quiet small-text'}, plural(workshops.length, 'workshop'))),
    centre ? neighbourhood({centre, workshops, rings: community.rings, marks}) : null,
    sorted.length
      ? element('ul', {class: 'cards'}, sorted.map(workshop => workshopCard(workshop, marks[workshop.id])))
      : element('div', {class: 'card empty'}, 'No workshop has joined yet. A steward enrols one with ', element('code', {}, './vicinal coordinator enrol'), '.'),
  ].filter(Boolean);
}

function workshopCard(workshop, mark) {
  const tag = mark === 'making' ? ['making', 'good'] : mark === 'called' ? ['asked', 'wait'] : workshop.ready ? ['ready', ''] : ['not here yet', 'wait'];
  return element('li', {class: 'card'},
    element('div', {class: 'row'}, element('h3', {}, workshop.name), element('span', {class: `tag ${tag[1]}`}, tag[0])),
    element('div', {class: 'machines'}, (workshop.machines ?? []).map(machine =>
      element('span', {class: 'machine', title: machine.machine}, machineWords(machine)))));
}

function making(community, orders, workshops) {
  const now = orders.filter(order => !finished(order.state)).sort(byTime);
  const done = orders.filter(order => finished(order.state)).sort(byTime);
  if (!community.board && !orders.length) {
    return [element('h2', {}, 'Orders'), element('div', {class: 'card empty'},
      'What is being made here is seen by those who ordered it. Open your order by its secret link.')];
  }
  return [
    element('h2', {}, 'Being made now', element('span', {class: 'quiet small-text'}, now.length ? plural(now.length, 'order') : '')),
    now.length ? element('ul', {class: 'cards'}, now.map(order => orderCard(order, workshops)))
      : element('div', {class: 'card empty'}, 'The machines are free. ', element('a', {href: '#/order'}, 'Have something made'), '.'),
    done.length ? element('section', {}, element('h2', {}, 'Lately'),
      element('ul', {class: 'cards'}, done.slice(0, SHOWN_FINISHED).map(order => orderCard(order, workshops)))) : null,
  ].filter(Boolean);
}

function orderCard(order, workshops) {
  const state = stateOf(order.state);
  const names = (order.workshops ?? []).map(id => workshops.get(id)?.name ?? id).join(', ');
  return element('li', {class: 'card'},
    element('div', {class: 'row'}, element('h3', {}, order.title), element('span', {class: `tag ${state.tone}`}, state.text)),
    !finished(order.state) && order.workshops?.length ? element('progress', {max: 1, value: order.progress ?? 0, 'aria-label': `${order.title} is made`}) : null,
    element('p', {class: 'quiet small-text'},
      [plural(order.pieces, 'piece'), names, order.state === 'UNMADE' ? order.outcome : order.waitingFor?.what].filter(Boolean).join(' · ')));
}

const byTime = (a, b) => String(b.changedAt).localeCompare(String(a.changedAt));

// Many messages, one drawing.
export function soon(draw) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; draw(); });
  };
}
