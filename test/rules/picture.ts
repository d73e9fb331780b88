import type { Room } from './rooms.ts';

/** Everything that a room may use, directly or through another. */
function reachable(rooms: readonly Room[], from: Room): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = ({ uses }: Room) => {
    for (const name of uses) {
      if (found.has(name)) continue;
      found.add(name);
      const next = rooms.find((room) => room.name === name);
      if (next) visit(next);
    }
  };
  visit(from);
  return found;
}

/**
 * The rooms as a Mermaid flowchart, top to bottom, and as a table. Of the arrows only those are drawn that no other path says
 * already; a dotted one means that only types come in. https://mermaid.js.org/syntax/flowchart.html
 */
export function pictureOf(rooms: readonly Room[]): string {
  const isRoom = (name: string) => rooms.some((room) => room.name === name);
  const below = new Map(rooms.map((room) => [room.name, reachable(rooms, room)]));
  const through = (room: Room, target: string) => room.uses.some((used) => below.get(used)?.has(target));
  const typesOf = ({ usesTypesOf = [] }: Room) => usesTypesOf.filter(isRoom);
  const typesThrough = (room: Room, target: string) =>
    rooms.some((other) => below.get(room.name)?.has(other.name) && [...typesOf(other), ...other.uses].includes(target));
  const arrows = rooms.toReversed().flatMap((room) => [
    ...room.uses.filter((used) => !through(room, used)).map((used) => `  ${room.name} --> ${used}`),
    ...typesOf(room)
      .filter((used) => !typesThrough(room, used))
      .map((used) => `  ${room.name} -.-> ${used}`),
  ]);
  const list = (names: readonly string[], mark = '') => names.map((name) => `${mark}${name}${mark}`).join(', ') || '-';
  const rows = rooms.map(
    ({ name, uses, usesTypesOf = [], packages }) =>
      `| **${name}** | ${list(uses)} | ${list(usesTypesOf)} | ${list(packages, '`')} |`,
  );
  return [
    '```mermaid',
    'flowchart TD',
    ...arrows,
    '```',
    '',
    '| room | may use | and of these only types | packages |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
