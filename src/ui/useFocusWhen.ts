import { useEffect, useRef } from 'react';

/** Gives the focus to the element of this id whenever this becomes so: a step of the page follows, and begins there. */
export function useFocusWhen(isSo: boolean, id: string): void {
  const was = useRef(isSo);
  useEffect(() => {
    if (isSo && !was.current) document.getElementById(id)?.focus();
    was.current = isSo;
  }, [isSo, id]);
}
