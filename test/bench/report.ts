/** One figure of a benchmark. */
export interface Figure {
  readonly measure: string;
  /** How many of what is measured: subscriptions, rows. */
  readonly n: number;
  readonly value: number;
  readonly unit: string;
  /** The least that is possible, where it can be computed. */
  readonly bound?: number;
  /** value / bound */
  readonly ratio?: number;
  /** What was aimed at, in words. */
  readonly goal?: string;
  readonly met?: boolean;
  /** Not measured but computed from what was. */
  readonly computed?: boolean;
}

/** A figure against its bound: the goal is a ratio. */
export function against(measure: string, n: number, value: number, unit: string, bound: number, most: number): Figure {
  const ratio = bound === 0 ? 1 : value / bound;
  return { measure, n, value, unit, bound, ratio, goal: `<= ${most} x bound`, met: ratio <= most };
}

/** A figure that must not be over a number. */
export function atMost(measure: string, n: number, value: number, unit: string, most: number): Figure {
  return { measure, n, value, unit, goal: `<= ${most} ${unit}`, met: value <= most };
}

/** One JSON object a line, numbers cut to what was measured. */
export function jsonLine(figure: Figure): string {
  return JSON.stringify(figure, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  );
}

/** The figures as a Markdown table. */
export function markdown(figures: readonly Figure[]): string {
  const rows = figures.map(({ measure, n, value, unit, bound, ratio, goal, met, computed }) => [
    measure,
    n.toLocaleString('en'),
    `${short(value)} ${unit}${computed ? ' (computed)' : ''}`,
    bound === undefined ? '' : short(bound),
    ratio === undefined ? '' : ratio.toFixed(2),
    goal ?? '',
    met === undefined ? '' : met ? 'yes' : '**no**',
  ]);
  const head = ['measure', 'n', 'value', 'bound', 'ratio', 'goal', 'met'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function short(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
