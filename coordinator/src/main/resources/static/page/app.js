// Start here: chooses a page by the address behind '#', and ends the one before.

import {board} from './board.js';
import {designs} from './designs.js';
import {element, show} from './dom.js';
import {form} from './form.js';
import {order} from './order.js';
import {tokenPage} from './token.js';

let leave = null;

function page() {
  const [path, query = ''] = location.hash.slice(1).split('?');
  const steps = path.split('/').filter(Boolean).map(decodeURIComponent);
  const options = new URLSearchParams(query);
  if (steps[0] === 'orders' && steps[1]) return () => order(steps[1], steps[2], options.has('new'));
  if (steps[0] === 'order') return () => form(options.get('release'));
  if (steps[0] === 'designs') return designs;
  if (steps[0] === 'token') return tokenPage;
  return board;
}

async function open() {
  leave?.();
  leave = null;
  document.getElementById('link-state').textContent = '';
  for (const link of document.querySelectorAll('nav a')) {
    link.toggleAttribute('aria-current', location.hash.split('?')[0] === new URL(link.href).hash || (link.hash === '#/' && !location.hash));
  }
  try {
    leave = await page()() ?? null;
  } catch (failure) {
    show(element('div', {class: 'notice bad', role: 'alert'}, element('h2', {}, 'That did not work'), element('p', {}, failure.message)));
  }
}

addEventListener('hashchange', () => {
  open().then(() => { scrollTo(0, 0); document.getElementById('main').focus({preventScroll: true}); });
});
open();
