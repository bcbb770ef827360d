// Figures as people say them.

const clock = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
const day = new Intl.DateTimeFormat(undefined, {weekday: 'short', day: 'numeric', month: 'short'});

export const timeOf = instant => clock.format(new Date(instant));

export function when(instant) {
  const date = new Date(instant);
  const today = new Date().toDateString() === date.toDateString();
  return today ? `today ${clock.format(date)}` : `${day.format(date)}, ${clock.format(date)}`;
}

export function distance(metres) {
  return metres < 1000 ? `${Math.round(metres / 50) * 50} m` : `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} km`;
}

export function duration(seconds) {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}

export const plural = (count, one, many = one + 's') => `${count} ${count === 1 ? one : many}`;

const STATES = {
  UNCONFIRMED: ['waits for you to confirm', 'wait'],
  CALLING: ['asking workshops', ''],
  AWARDED: ['given to a workshop', ''],
  CHOOSING: ['choose from the bids', ''],
  MAKING: ['being made', ''],
  MADE: ['made', 'good'],
  UNMADE: ['nobody could', 'bad'],
  CANCELLED: ['cancelled', ''],
  EXPIRED: ['expired', ''],
  PLACED: ['placed', ''],
};

export function stateOf(state) {
  const [text, tone] = STATES[state] ?? [String(state).toLowerCase(), ''];
  return {text, tone};
}

export const finished = state => ['MADE', 'UNMADE', 'CANCELLED', 'EXPIRED'].includes(state);

const MAKINGS = {FFF: 'prints', MILLING: 'mills'};

export function machineWords(machine) {
  const room = machine.room;
  return `${MAKINGS[machine.making] ?? machine.making} up to ${room.x.toFixed(0)} × ${room.y.toFixed(0)} × ${room.z.toFixed(0)} mm`
    + (machine.materials?.length ? ` in ${machine.materials.join(', ')}` : '');
}

export function metresBetween(a, b) {
  const radians = degrees => degrees * Math.PI / 180;
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east;
  return 2 * 6371008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}
