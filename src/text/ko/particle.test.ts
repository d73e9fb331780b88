import { describe, expect, it } from 'vitest';
import { withParticle } from './particle.ts';

describe('withParticle', () => {
  it.each([
    ['서울', '서울을'],
    ['바다', '바다를'],
    ['구독 1', '구독 1을'],
    ['구독 2', '구독 2를'],
    ['prod-10', 'prod-10을'],
    ['Contoso', 'Contoso을(를)'],
    ['운영 (KR)', '운영 (KR)을(를)'],
    ['', '을(를)'],
  ])('%s', (name, expected) => {
    expect(withParticle(name, '을/를')).toBe(expected);
  });
});
