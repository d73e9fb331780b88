import { josa } from 'es-hangul';

type Pair = Parameters<typeof josa>[1];

/** How the last digit of a number is read: with a final consonant or without. */
const digits = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

/**
 * A name that may be in any script, with its particle: `서울을`, `구독 2를`. Where nobody can know how the name ends
 * when read aloud (Latin letters), both forms: `Contoso을(를)`.
 */
export function withParticle(name: string, pair: Pair): string {
  const last = name.trim().at(-1) ?? '';
  const read = digits[Number.parseInt(last, 10)] ?? last;
  if (/[가-힣]/.test(read)) return `${name}${josa.pick(read, pair)}`;
  const [withConsonant, without] = pair.split('/');
  return `${name}${withConsonant ?? ''}(${without ?? ''})`;
}
