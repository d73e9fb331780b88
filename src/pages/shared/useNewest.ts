import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf, type Problem } from '../../domain/problem.ts';

/** How far the answer to what is asked for now has come. */
export type Newest<Found, Progress> =
  | { readonly kind: 'checking'; readonly progress: Progress | undefined }
  | { readonly kind: 'ready'; readonly found: Found }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Prepares something when the page is opened, whenever `prepare` is another function, and again when `open` is called. What is
 * shown is always the answer to the newest of them, however late an older one comes.
 */
export function useNewest<Found, Progress = never>(
  prepare: (onProgress: (progress: Progress) => void) => Promise<Found>,
) {
  const [state, setState] = useState<Newest<Found, Progress>>(checking);
  const last = useRef(0);
  const open = useCallback(async () => {
    last.current += 1;
    const mine = last.current;
    const show = (next: Newest<Found, Progress>) => {
      if (mine === last.current) setState(next);
    };
    show(checking);
    try {
      show({ kind: 'ready', found: await prepare((progress) => show({ kind: 'checking', progress })) });
    } catch (error) {
      show({ kind: 'failed', problem: problemOf(error) });
    }
  }, [prepare]);
  useEffect(() => {
    void open();
    return () => {
      last.current += 1;
    };
  }, [open]);
  const setReady = useCallback((found: Found) => setState({ kind: 'ready', found }), []);
  return { state, open, setReady };
}

const checking = { kind: 'checking', progress: undefined } as const;
