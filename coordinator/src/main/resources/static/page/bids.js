// The bids of an order: to look at, to choose from, and why a rule chose as it did.

import {element} from './dom.js';
import {distance, plural, when} from './words.js';

export function bids(order, {offers, picks, workshops, act}) {
  if (!offers?.bids.length) return null;
  const mayChoose = Boolean(offers.chooseUntil);
  const name = id => workshops.find(workshop => workshop.id === id)?.name ?? id;
  const take = element('button', {disabled: true, onclick: event => act(event, 'choice', {picks: chosen(picks)})}, 'Take what is chosen');
  const note = () => { take.disabled = chosen(picks).length === 0; }; // nothing ticked is not "none of them"
  note();
  const list = element('ul', {class: 'cards'}, offers.bids.map(bid => card(bid, order, name(bid.workshop), mayChoose ? picks : null, note)));
  return element('section', {class: mayChoose ? 'choose' : ''}, element('h2', {}, mayChoose ? 'Choose from the bids' : 'Bids'),
    list,
    mayChoose ? element('div', {class: 'actions'}, take,
      element('button', {class: 'plain', onclick: event => act(event, 'choice', {picks: []})}, 'None of them')) : null);
}

const chosen = picks => [...picks].filter(([, pieces]) => pieces > 0).map(([workshop, pieces]) => ({workshop, pieces}));

function card(bid, order, name, picks, note) {
  const differs = bid.differs ?? [];
  return element('li', {class: 'card'},
    element('div', {class: 'row'}, element('h3', {}, name), element('span', {class: 'quiet'}, `${distance(bid.metres)} away`)),
    element('p', {}, `${plural(bid.pieces, 'piece')} for ${bid.costs}, ready ${when(bid.readyBy)}`,
      bid.offering?.handover === 'DELIVERY' ? ', brought or shipped' : ''),
    differs.length ? element('p', {class: 'small-text'}, element('span', {class: 'tag wait'}, 'not as wished'), ` ${differs.join('; ')}`) : null,
    bid.offering?.fitFor?.length ? element('p', {class: 'small-text'}, `Promises that it is fit for: ${bid.offering.fitFor.join(', ').toLowerCase().replaceAll('_', ' ')}`) : null,
    bid.offering?.note ? element('p', {class: 'small-text'}, `“${bid.offering.note}”`) : null,
    bid.takenBack ? element('p', {class: 'small-text'}, `Taken back: ${bid.takenBack}`) : null,
    element('details', {class: 'quiet small-text'}, element('summary', {}, 'open book'), (bid.price.lines ?? []).map(line => element('div', {}, lineWords(line, bid.price)))),
    picks && bid.mayTake ? taking(bid, order, picks, note) : null);
}

function taking(bid, order, picks, note) {
  const most = Math.min(bid.pieces, order.pieces - (order.made ?? 0));
  const before = picks.get(bid.workshop) ?? 0; // drawn anew with every piece of news
  const count = element('input', {type: 'number', min: 1, max: most, value: before || most, inputmode: 'numeric', 'aria-label': 'Pieces', onchange: choose});
  const tick = element('input', {type: 'checkbox', checked: before > 0, onchange: choose});
  function choose() {
    picks.set(bid.workshop, tick.checked ? Number(count.value) : 0);
    note();
  }
  return element('label', {class: 'tick'}, tick, 'Take', most > 1 ? count : null, most > 1 ? `of ${most}` : 'it');
}

function lineWords(line, price) {
  const hours = price.unit === 'HOURS';
  const sum = hours ? `${(line.minorUnits / 60).toFixed(1)} h` : `${(line.minorUnits / 100).toFixed(2)} ${price.currency}`;
  return `${line.what}: ${sum}${line.per === 'LOT' ? ' once' : ''}`;
}

export function whys({choices}, workshops) {
  if (!choices?.length) return null;
  const name = id => workshops.find(workshop => workshop.id === id)?.name ?? id;
  return element('details', {class: 'whys'}, element('summary', {}, 'Why them?'), choices.map(choice => element('div', {class: 'card'},
    element('p', {class: 'quiet small-text'}, when(choice.at)),
    choice.summary.map(line => element('p', {class: 'small-text'}, line)),
    element('ul', {}, choice.table.map(bid => element('li', {class: 'small-text'}, element('strong', {}, name(bid.workshop)),
      bid.lines.map(line => element('div', {}, line))))))));
}
