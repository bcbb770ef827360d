// Keeps a bearer token in this browser, for those who have one.

import {call, token} from './api.js';
import {element, show} from './dom.js';

export async function tokenPage() {
  const input = element('textarea', {rows: 4, 'aria-label': 'Token', placeholder: 'eyJ…'}, token.read() ?? '');
  const orders = token.read() ? (await call('GET', 'orders').catch(() => ({orders: []}))).orders : [];
  const keep = value => { token.keep(value.trim()); tokenPage(); };
  show([
    element('div', {class: 'lead'}, element('h1', {}, 'Your token'),
      element('p', {}, 'Orders by secret link need none. A steward makes one with ', element('code', {}, './vicinal coordinator token --role customer --name ana'), '.')),
    element('form', {onsubmit: event => { event.preventDefault(); keep(input.value); }}, input,
      element('div', {class: 'actions'}, element('button', {type: 'submit'}, 'Keep it in this browser'),
        element('button', {type: 'button', class: 'plain', onclick: () => keep('')}, 'Forget it'))),
    orders.length ? element('section', {}, element('h2', {}, 'Your orders'), element('ul', {class: 'cards'}, orders.map(order =>
      element('li', {}, element('a', {class: 'card link', href: `#/orders/${order.id}`}, element('h3', {}, order.title), order.waitingFor?.what ?? order.outcome ?? ''))))) : null,
  ].filter(Boolean));
}
