// The neighbourhood as rings around a place: direction is true, distance grows slower than the world's.

import {drawing} from './dom.js';
import {metresBetween} from './words.js';

const SIZE = 420;
const MIDDLE = SIZE / 2;
const EDGE = MIDDLE - 16;

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
    here && drawing('circle', {class: 'here', cx: MIDDLE, cy: MIDDLE, r: 5}),
    here && drawing('text', {class: 'name', x: MIDDLE, y: MIDDLE + 20, 'text-anchor': 'middle'}, 'here'),
    placed.map(workshop => dot(workshop, centre, radius, marks[workshop.id])));
}

function dot(workshop, centre, radius, mark) {
  const north = workshop.place.latitude - centre.latitude;
  const east = (workshop.place.longitude - centre.longitude) * Math.cos(centre.latitude * Math.PI / 180);
  const far = radius(metresBetween(centre, workshop.place));
  const long = Math.hypot(north, east) || 1;
  const x = MIDDLE + far * east / long;
  const y = MIDDLE - far * north / long;
  const anchor = x > SIZE * .72 ? 'end' : x < SIZE * .28 ? 'start' : 'middle';
  return drawing('g', {},
    mark && drawing('circle', {class: `halo ${mark}`, cx: x, cy: y, r: 12}),
    drawing('circle', {class: `workshop ${mark ?? ''}`, cx: x, cy: y, r: 7}),
    drawing('text', {class: 'name', x, y: y - 14, 'text-anchor': anchor}, workshop.name));
}

function describe(workshops, centre) {
  return 'Workshops around: ' + workshops.map(workshop =>
    `${workshop.name}, ${(metresBetween(centre, workshop.place) / 1000).toFixed(1)} km`).join('; ');
}
