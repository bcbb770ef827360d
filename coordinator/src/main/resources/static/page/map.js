// The neighbourhood as rings around a place: direction is true, distance grows slower than the world's.

import {drawing} from './dom.js';
import {metresBetween} from './words.js';

const SIZE = 420;
const MIDDLE = SIZE / 2;
const EDGE = MIDDLE - 16;
const LINE = 13;

export function middleOf(places) {
  if (!places.length) return null;
  const sum = places.reduce((all, one) => ({latitude: all.latitude + one.latitude, longitude: all.longitude + one.longitude}), {latitude: 0, longitude: 0});
  return {latitude: sum.latitude / places.length, longitude: sum.longitude / places.length};
}

// marks: workshop id -> 'called' | 'making'
export function neighbourhood({centre, workshops, rings, marks = {}, here = false}) {
  const placed = workshops.filter(workshop => workshop.place);
  const farthest = Math.max(1500, ...placed.map(workshop => metresBetween(centre, workshop.place)));
  const shown = rings.filter((ring, index) => index === 0 || rings[index - 1].metres < farthest);
  const widest = Math.max(farthest * 1.1, shown.at(-1)?.metres ?? farthest);
  const radius = metres => EDGE * Math.sqrt(metres / widest);
  return drawing('svg', {class: 'map', viewBox: `0 0 ${SIZE} ${SIZE}`, role: 'img', 'aria-label': describe(placed, centre)},
    drawing('circle', {class: 'ground', cx: MIDDLE, cy: MIDDLE, r: EDGE + 10}),
    shown.map(ring => [
      drawing('circle', {class: 'ring', cx: MIDDLE, cy: MIDDLE, r: radius(ring.metres)}),
      drawing('text', {x: MIDDLE, y: MIDDLE - radius(ring.metres) + 13, 'text-anchor': 'middle'}, `${ring.metres / 1000} km`)]),
    here && drawing('circle', {class: 'here', cx: MIDDLE, cy: MIDDLE, r: 4}),
    here && drawing('text', {class: 'name', x: MIDDLE, y: MIDDLE + 20, 'text-anchor': 'middle'}, 'you'),
    spots(placed, centre, radius, marks));
}

// All names first, so that none covers a dot.
function spots(workshops, centre, radius, marks) {
  const spots = workshops.map(workshop => ({workshop, mark: marks[workshop.id], ...where(workshop, centre, radius)}));
  return [
    apart(spots.map(({workshop, x, y}) => ({name: workshop.name, ...besides(x, y, workshop.name)}))).map(({name, ...at}) =>
      drawing('text', {class: 'name', ...at}, name)),
    spots.map(({mark, x, y}) => [
      mark && drawing('circle', {class: `halo ${mark}`, cx: x, cy: y, r: 12}),
      drawing('circle', {class: `workshop ${mark ?? ''}`, cx: x, cy: y, r: 7})])];
}

function where(workshop, centre, radius) {
  const north = workshop.place.latitude - centre.latitude;
  const east = (workshop.place.longitude - centre.longitude) * Math.cos(centre.latitude * Math.PI / 180);
  const far = radius(metresBetween(centre, workshop.place));
  const long = Math.hypot(north, east) || 1;
  return {x: MIDDLE + far * east / long, y: MIDDLE - far * north / long};
}

// Names from top to bottom, each below those that it would cover.
function apart(names) {
  const placed = [];
  for (const name of names.toSorted((one, other) => one.y - other.y)) {
    const left = name.x - name.name.length * ({start: 0, middle: 3.5, end: 7}[name['text-anchor']]);
    const right = left + name.name.length * 7;
    const covered = placed.filter(other => left < other.right && right > other.left).map(other => other.name.y + LINE);
    name.y = Math.max(name.y, ...covered);
    placed.push({name, left, right});
  }
  return placed.map(one => one.name);
}

// Outwards from the middle where there is room, else above the dot.
function besides(x, y, name) {
  const width = name.length * 7 + 16;
  if (x >= MIDDLE && x + width < SIZE) return {x: x + 14, y: y + 4, 'text-anchor': 'start'};
  if (x < MIDDLE && x - width > 0) return {x: x - 14, y: y + 4, 'text-anchor': 'end'};
  const middle = Math.min(SIZE - width / 2, Math.max(width / 2, x));
  return {x: middle, y: y - 16, 'text-anchor': 'middle'};
}

function describe(workshops, centre) {
  return 'Workshops around: ' + workshops.map(workshop =>
    `${workshop.name}, ${(metresBetween(centre, workshop.place) / 1000).toFixed(1)} km`).join('; ');
}
