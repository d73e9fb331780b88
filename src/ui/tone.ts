/** How something stands. Always shown as a word and an icon too, never as colour alone. */
export type Tone = 'neutral' | 'info' | 'good' | 'caution' | 'bad';
