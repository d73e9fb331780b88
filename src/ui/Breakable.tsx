import { Fragment } from 'react';

/** A text with long paths in it, such as names of actions: lines may break before a slash, never within a word. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?=\/)/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
