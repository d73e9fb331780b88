import { useEffect, useRef, useState } from 'react';

/** At most one announcement in this many milliseconds: a screen reader must be able to finish a sentence. */
const pause = 3000;

/** Reads a changing text out politely, the newest one at most every three seconds, and always the last. */
export function LiveMessage({ text }: { readonly text: string }) {
  const [spoken, setSpoken] = useState(text);
  // The first one need not wait.
  const last = useRef(-pause);
  const said = useRef(text);
  useEffect(() => {
    if (text === said.current) return undefined;
    const since = performance.now() - last.current;
    const timer = setTimeout(
      () => {
        last.current = performance.now();
        said.current = text;
        setSpoken(text);
      },
      Math.max(0, pause - since),
    );
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div role="status" aria-live="polite" className="visuallyHidden">
      {spoken}
    </div>
  );
}
