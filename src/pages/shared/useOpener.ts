import { useEffect, useRef, useState, type MouseEvent } from 'react';

/** A button that opens a dialog: once the dialog is gone, the focus is back where the person was. */
export function useOpener() {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLElement>(undefined);
  useEffect(() => {
    if (!open) opener.current?.focus();
  }, [open]);
  return {
    open,
    onOpen({ currentTarget }: MouseEvent<HTMLElement>) {
      opener.current = currentTarget;
      setOpen(true);
    },
    onClose: () => setOpen(false),
  };
}
