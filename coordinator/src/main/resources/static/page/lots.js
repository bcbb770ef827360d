// The lots of an order after their award: what is owed, the pickup code, and what its customer says.

import {call} from './api.js';
import {element} from './dom.js';
import {plural, when} from './words.js';

export async function readLots(id, bearer) {
  const {lots} = await call('GET', `lots?order=${encodeURIComponent(id)}`, {bearer});
  return lots.filter(lot => lot.state !== 'awarded');
}

export function lots(all, {say, workshops}) {
  if (!all.length) return null;
  return element('section', {}, element('h2', {}, 'After the making'), element('ul', {class: 'cards'}, all.map(lot => card(lot, say, workshops))));
}

function card(lot, say, workshops) {
  const name = workshops.find(workshop => workshop.id === lot.workshop)?.name ?? lot.workshop;
  const wait = lot.waitingFor;
  return element('li', {class: 'card'},
    element('div', {class: 'row'}, element('h3', {}, name), element('span', {class: `tag ${lot.state === 'settled' ? 'good' : ''}`}, lot.state)),
    element('p', {class: 'quiet small-text'}, [plural(lot.pieces, 'piece'), lot.costs, lot.owed ? `owed: ${lot.owed}` : null,
      lot.paid ? 'paid' : null, lot.received ? 'received' : null].filter(Boolean).join(' · ')),
    lot.pickupCode && lot.state === 'ready' ? element('p', {}, 'Say this code when you fetch it: ', element('strong', {class: 'code'}, lot.pickupCode)) : null,
    wait ? element('p', {class: 'small-text'}, `Waits: ${wait.what}${wait.until ? ` until ${when(wait.until)}` : ''}${wait.then ? `; ${wait.then}` : ''}`) : null,
    lot.proposal ? element('p', {class: 'small-text'}, `Proposal ${lot.proposal.number}, by ${lot.proposal.by === 'CUSTOMER' ? 'you' : `the ${lot.proposal.by.toLowerCase()}`}: ${lot.proposal.says}`) : null,
    lot.owedIfCancelled ? element('p', {class: 'quiet small-text'}, `If you cancel now you owe ${lot.owedIfCancelled}.`) : null,
    lot.words.filter(words => words.text).map(words => element('p', {class: 'small-text'}, `${words.about}: “${words.text}”`)),
    buttons(lot, say));
}

function buttons(lot, say) {
  const button = (text, verb, body = {}) => element('button', {onclick: event => say(event, lot.lot, verb, body)}, text);
  const written = (text, question, verb, body) => element('button', {class: 'plain', onclick: event => {
    const reason = prompt(question);
    if (reason) say(event, lot.lot, verb, {...body, reason});
  }}, text);
  const judge = [button('They are good', 'acceptance'), written('Good, with a remark', 'Your remark, for the workshop:', 'acceptance', {}),
    refuse(lot, say)];
  const choices = {
    ready: [button('I have them', 'collection')],
    'on its way': [button('They are here', 'collection')],
    'handed over': judge,
    disputed: [lot.proposal && lot.proposal.by !== 'CUSTOMER' ? [button('Yes to the proposal', `proposals/${lot.proposal.number}/answer`, {yes: true}),
      button('No', `proposals/${lot.proposal.number}/answer`, {yes: false})] : null, button('Accept them after all', 'acceptance')],
    accepted: lot.paid ? [] : [button('I have paid', 'paid')],
    'being made': lot.waitingFor ? [button('The first piece is good', 'first-piece', {good: true}),
      written('It is not good', 'What is not good?', 'first-piece', {good: false})] : [],
  }[lot.state] ?? [];
  return choices.length ? element('div', {class: 'actions'}, choices.flat().filter(Boolean)) : null;
}

function refuse(lot, say) {
  return element('button', {class: 'danger', onclick: event => {
    const count = lot.pieces === 1 ? '1' : prompt(`How many of the ${lot.pieces} are not good?`, lot.pieces);
    const reason = count && prompt('What is not good? The workshop reads it.');
    if (reason) say(event, lot.lot, 'refusal', {pieces: Number(count), reason});
  }}, 'Not good');
}
