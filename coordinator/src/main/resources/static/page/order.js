// One order, live: what happened, what it waits for, and what its customer may do.

import {call, guestToken, token} from './api.js';
import {bids, whys} from './bids.js';
import {soon} from './board.js';
import {requirementWords} from './designs.js';
import {element, show} from './dom.js';
import {follow} from './live.js';
import {lots as dealt, readLots} from './lots.js';
import {neighbourhood} from './map.js';
import {notices} from './notices.js';
import {readTalk, talk, writing} from './talk.js';
import {askedWords, choosingWords} from './wish.js';
import {duration, finished, plural, stateOf, timeOf, when} from './words.js';

export async function order(id, secret, fresh) {
  const bearer = secret ? guestToken(id, secret) : token.read();
  const path = `orders/${encodeURIComponent(id)}`;
  const [community, {workshops}, first] = await Promise.all([call('GET', 'community'), call('GET', 'workshops'), call('GET', path, {bearer})]);
  let current = first;
  const picks = new Map();
  let offers = {bids: []};
  let choices = {};
  let deals = [];
  let messages = [];
  const hear = async () => {
    messages = await readTalk(path, bearer).catch(() => messages);
    draw();
  };
  const write = writing(path, bearer, () => hear());
  const tell = notices(path, bearer);
  const act = async (event, step, body) => {
    event.target.disabled = true;
    try {
      current = await call('POST', `${path}/${step}`, {bearer, json: body});
    } catch (problem) {
      current = {...current, trouble: problem.message};
    }
    draw();
  };
  const say = async (event, lot, verb, body) => {
    event.target.disabled = true;
    try {
      await call('POST', `lots/${lot}/${verb}`, {bearer, json: body});
      current = {...current, trouble: undefined};
    } catch (problem) {
      current = {...current, trouble: problem.message};
    }
    ask();
  };
  const draw = soon(() => {
    const typing = [write, tell].find(form => form.typing());
    show(whole(current, {community, workshops, secret, fresh, act, offers, picks, choices, deals, say, messages, write, tell}));
    typing?.goOn();
  });
  const ask = async () => {
    [offers, choices] = await Promise.all([call('GET', `${path}/bids`, {bearer}), call('GET', `${path}/why`, {bearer})]).catch(() => [offers, choices]);
    deals = await readLots(id, bearer).catch(() => deals);
    draw();
  };
  draw();
  ask();
  hear();
  return follow(`${path}/events`, {bearer, on: (kind, value) => {
    if (kind !== 'order') return;
    const news = value.story?.length !== current.story?.length;
    current = value;
    draw();
    if (news) ask(); // bids come and go with what is told
    hear();
  }});
}

function whole(order, context) {
  const state = stateOf(order.state);
  const choosing = Boolean(context.offers.chooseUntil);
  const offered = bids(order, context);
  return [
    element('div', {class: 'lead'},
      element('div', {class: 'row'}, element('h1', {}, order.title), element('span', {class: `tag ${state.tone}`}, state.text)),
      element('p', {}, `${plural(order.pieces, 'piece')}, wanted by ${when(order.wanted)}`)),
    order.trouble ? element('div', {class: 'notice bad', role: 'alert'}, order.trouble) : null,
    context.secret ? link(order, context) : null,
    element('div', {class: 'columns'},
      element('div', {}, status(order), choosing ? offered : null, actions(order, context), lots(order, context), dealt(context.deals, context), talk(context.messages, order, context), choosing ? null : offered, whys(context.choices, context.workshops), facts(order)),
      element('div', {}, map(order, context), story(order), context.tell.form)),
  ].filter(Boolean);
}

function link(order, {secret, fresh}) {
  const address = `${location.origin}${location.pathname}#/orders/${order.id}/${secret}`;
  if (!fresh) return null;
  return element('div', {class: 'notice'},
    element('strong', {}, 'Keep this link. '), 'Whoever has it is the customer of this order; there is no other way back.',
    element('p', {class: 'secret'}, address));
}

function status(order) {
  if (finished(order.state)) {
    const good = order.state === 'MADE';
    return element('div', {class: `notice ${good ? 'good' : order.state === 'UNMADE' ? 'bad' : ''}`},
      element('h2', {}, good ? 'It is made' : stateOf(order.state).text), order.outcome ? element('p', {}, order.outcome) : null,
      order.waitingFor ? element('p', {class: 'small-text'}, `Next: ${order.waitingFor.what}${order.waitingFor.until ? ` until ${when(order.waitingFor.until)}` : ''}`) : null);
  }
  return element('div', {class: 'card'},
    element('div', {class: 'row'}, element('h2', {}, order.waitingFor?.what ?? stateOf(order.state).text),
      order.waitingFor?.until ? element('span', {class: 'quiet small-text'}, `until ${when(order.waitingFor.until)}`) : null),
    order.waitingFor?.since || order.waitingFor?.then ? element('p', {class: 'quiet small-text'},
      [order.waitingFor.since ? `since ${when(order.waitingFor.since)}` : null, order.waitingFor.then].filter(Boolean).join('; ')) : null,
    order.lots?.length ? [element('progress', {class: 'large', max: 1, value: order.progress, 'aria-label': 'Progress'}),
      element('p', {class: 'quiet small-text'}, `${order.made} of ${plural(order.pieces, 'piece')} made, ${Math.round(order.progress * 100)} %`)] : null);
}

function actions(order, {act}) {
  if (!order.mayConfirm && !order.mayCancel) return null;
  return element('div', {class: 'actions'},
    order.mayConfirm ? element('button', {onclick: event => act(event, 'confirmation', {})}, 'Confirm the order') : null,
    order.mayCancel ? element('button', {class: 'danger', onclick: event => {
      if (confirm('Cancel this order? What is being made may still be finished there.')) act(event, 'cancellation', {reason: 'cancelled by the customer'});
    }}, 'Cancel') : null);
}

function lots(order, {workshops, act}) {
  if (!order.lots?.length) return null;
  const name = id => workshops.find(workshop => workshop.id === id)?.name ?? id;
  return element('section', {}, element('h2', {}, 'Who makes it'), element('ul', {class: 'cards'}, order.lots.map(lot =>
    element('li', {class: 'card'},
      element('div', {class: 'row'}, element('h3', {}, name(lot.workshop)), element('span', {class: `tag ${lot.state === 'made' ? 'good' : ''}`}, lot.state)),
      element('p', {class: 'quiet small-text'}, [`${lot.made} of ${plural(lot.pieces, 'piece')}`, lot.machine, lot.price, lot.readyBy ? `ready by ${when(lot.readyBy)}` : null].filter(Boolean).join(' · ')),
      lot.run ? [element('progress', {max: 1, value: lot.run.fraction, 'aria-label': `Run on ${lot.machine}`}),
        element('p', {class: 'quiet small-text'}, `line ${lot.run.line} of ${lot.run.lines}, about ${duration(lot.run.secondsLeft)} of machine time left`)] : null,
      lot.state === 'late' ? element('div', {class: 'actions'}, element('button', {class: 'danger',
        onclick: event => act(event, `lots/${lot.lot}/withdrawal`, {reason: 'it is late'})}, 'Take it back and ask others')) : null,
      lot.waiting ? element('p', {class: 'small-text'}, `Waits for a person: ${lot.waiting}`) : null))));
}

function facts(order) {
  const rows = [
    ['Order', order.id], ['Design', order.release], ['Asks for', requirementWords(order.requirement)], ['Besides', askedWords(order.requirement)], ['Chosen by', choosingWords(order.choosing)],
    ['Origin', order.origin && [order.origin.source ?? 'own work', order.origin.licence].join(', ')],
    ['Quarter', order.place && `${order.place.latitude.toFixed(2)}, ${order.place.longitude.toFixed(2)}`],
    ['You', order.personal?.contact], ['Note', order.personal?.note],
  ].filter(([, value]) => value);
  return element('section', {}, element('dl', {class: 'facts'}, rows.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])));
}

function map(order, {community, workshops}) {
  if (!order.place || !workshops.length) return null;
  const marks = {};
  for (const id of order.called ?? []) marks[id] = 'called';
  for (const lot of order.lots ?? []) if (!['lapsed', 'declined', 'withdrawn', 'returned'].includes(lot.state)) marks[lot.workshop] = 'making';
  return neighbourhood({centre: order.place, workshops, rings: community.rings, marks, here: true});
}

function story(order) {
  return element('section', {}, element('h2', {}, 'What happened'),
    element('ol', {class: 'story', 'aria-live': 'polite'}, (order.story ?? []).map(line =>
      element('li', {}, element('time', {datetime: line.at}, timeOf(line.at)), element('span', {}, line.text)))));
}
