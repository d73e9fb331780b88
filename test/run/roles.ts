import { readFile } from 'node:fs/promises';
import { catalog as english } from '../../src/text/en/catalog.ts';
import { catalog as korean } from '../../src/text/ko/catalog.ts';
import { classify, rolesIn, tooLow, type ClassifiedRole } from './roleTable.ts';

const usage = 'npm run roles -- FILE [--ko]: FILE is what "az role definition list" writes.';
const levels = [5, 4, 3, 2, 1, 0] as const;

/** `npm run roles -- FILE`: what the app says of each role of a dump, and how many stand at which level. */
export async function main(args: readonly string[]): Promise<number> {
  const [file, ...more] = args.filter((each) => each !== '--ko');
  if (file === undefined || more.length > 0) {
    console.error(usage);
    return 1;
  }
  const language = args.includes('--ko') ? 'ko' : 'en';
  const roles = classify(rolesIn(JSON.parse(await readFile(file, 'utf8'))), language);
  const low = tooLow(roles);
  const { level: words, levelMeaning } = (language === 'ko' ? korean : english).access;
  const counts = levels.map((level) => {
    const count = roles.filter((role) => role.level === level).length;
    return `${String(count).padStart(6)}  ${level} ${words[`l${level}`]}: ${levelMeaning[`l${level}`]}`;
  });
  console.log(
    [
      ...roles.map(line),
      '',
      `${roles.length} roles`,
      ...counts,
      '',
      'A second look at the actions alone - listKeys and runCommand at least 3, roleAssignments/write 5, wildcard writes at least 2:',
      low.length === 0 ? '  no role came out lower.' : `  ${low.length} came out lower:`,
      ...low.map((role) => `  ${line(role)} <- ${role.suspicions.join(', ')}`),
    ].join('\n'),
  );
  return low.length === 0 ? 0 : 1;
}

function line({ id, name, level, sentence }: ClassifiedRole): string {
  return `${level}  ${name.padEnd(60)} ${id}  ${sentence}`;
}
