import { opens, roomOf } from './rooms.ts';
import { importsOf, type Import, type Source } from './sources.ts';

/** Every import of a file of the app that its room does not allow, as `file -> what it imports`. */
export function trespasses(source: Source): string[] {
  const room = roomOf(source.path);
  if (!room) return [];
  const allowed = ({ specifier, target, typesOnly }: Import): boolean => {
    const types = typesOnly ? (room.usesTypesOf ?? []) : [];
    if (target === undefined) return [...room.packages, ...types].some((entry) => opens(entry, specifier));
    const other = roomOf(target);
    // Styles and pictures belong to whoever stands beside them; the app's version is npm's.
    if (!other) return /\.(?:css|svg|png)$/.test(target) || (room.name === 'main' && target === 'package.json');
    return [room.name, ...room.uses, ...types].includes(other.name);
  };
  return importsOf(source)
    .filter((one) => !allowed(one))
    .map(({ specifier }) => `${source.path} -> ${specifier}`);
}
