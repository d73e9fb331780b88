import type { World } from './harness.ts';

/** On the review: confirms, and starts the run over so many scopes. */
export async function confirmAndRun({ t, format, tick, press }: World, scopes: number): Promise<void> {
  await tick(/^(?:I understand|Northwind.*확인합니다)/);
  await press(t.review.action(format, scopes));
}
