// Who near me could make this? Asked from the order form before anything is ordered.

import {call} from './api.js';
import {element} from './dom.js';
import {duration, plural, when} from './words.js';

const WISHES = {nearest: 'the nearest first', soonest: 'the soonest first', cheapest: 'the cheapest first', spread: 'spread the work'};

// `question` makes the body of the request from the form; `wrong` shows a problem beside its field.
export function whoCould(question, wrong) {
  const answer = element('div', {class: 'answer', 'aria-live': 'polite'});
  const wish = element('select', {name: 'wish', 'aria-label': 'Order within a ring'},
    Object.entries(WISHES).map(([value, words]) => element('option', {value}, words)));
  const button = element('button', {type: 'button', class: 'plain', onclick: ask}, 'Who could make it?');
  wish.addEventListener('change', () => { if (answer.hasChildNodes()) ask(); });
  return element('section', {class: 'who'},
    element('div', {class: 'actions'}, button, wish,
      element('span', {class: 'quiet small-text'}, 'Nobody is told, nothing is ordered.')),
    answer);

  async function ask() {
    button.disabled = true;
    try {
      const {bearer, body} = await question();
      answer.replaceChildren(...shown(await call('POST', 'matches', {bearer, json: {...body, wish: wish.value}})));
    } catch (problem) {
      answer.replaceChildren();
      wrong(problem);
    } finally {
      button.disabled = false;
    }
  }
}

function shown(matches) {
  return [
    element('h3', {}, matches.verdict),
    element('p', {class: 'quiet small-text'}, workWords(matches)),
    matches.program ? element('p', {class: 'notice'}, matches.program) : null,
    ...matches.rings.map(ring => element('div', {class: 'ring'},
      element('h4', {}, ring.name),
      element('ul', {class: 'cards'}, ring.fits.map(fit)))),
    matches.nearMisses.length ? element('details', {open: matches.rings.length === 0},
      element('summary', {}, `${plural(matches.nearMisses.length, 'workshop')} near by that cannot, and why`),
      element('ul', {class: 'cards'}, matches.nearMisses.map(miss))) : null,
  ].filter(Boolean);
}

function workWords({work, pieces}) {
  if (!work) return 'How long it takes and what it costs is told by the workshops: no program of it has been read.';
  const known = work.error < 1.5 ? '' : `, give or take a factor of ${work.error}`;
  return `About ${duration(work.seconds * pieces)} on a machine${pieces > 1 ? ` for all ${pieces}` : ''}${known}; figured from ${work.from}.`;
}

function fit(it) {
  return element('li', {class: 'card'},
    element('div', {class: 'row'}, element('h3', {}, it.name), element('span', {class: 'quiet'}, near(it))),
    element('p', {},
      it.earliest ? element('span', {class: it.inTime ? 'tag good' : 'tag wait'}, it.inTime ? 'in time' : 'too late') : null,
      it.earliest ? ` could be ready ${when(it.earliest)}` : 'has to say when',
      it.price ? ` · ${it.price.words}` : ' · has to say for how much'),
    element('p', {class: 'quiet small-text'}, [it.machine, it.material + (it.onShelf ? '' : ' (to be got first)')].filter(Boolean).join(' · ')),
    it.margins.length ? element('details', {class: 'quiet small-text'}, element('summary', {}, 'why it fits'),
      it.margins.map(margin => element('div', {}, margin))) : null);
}

function miss(it) {
  return element('li', {class: 'card'},
    element('div', {class: 'row'}, element('h3', {}, it.name), element('span', {class: 'quiet'}, near(it))),
    element('p', {}, it.missing.join('; '), it.more ? `; and ${plural(it.more, 'thing')} more` : ''),
    element('p', {class: 'quiet small-text'}, it.machine));
}

const near = it => `within ${it.kilometres} km`;
