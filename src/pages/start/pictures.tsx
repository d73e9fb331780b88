/*
 * One picture per step, drawn with the page's own colours. They repeat what the words beside them say, so they are
 * hidden from screen readers.
 */

/** A badge whose holder has been checked. */
export function SignInPicture() {
  return (
    <svg className="picture" viewBox="0 0 112 72" aria-hidden="true">
      <rect className="sheet" x="1" y="9" width="74" height="54" rx="6" />
      <path className="line" d="M31 16h14" />
      <circle className="fill" cx="24" cy="32.5" r="6.5" />
      <path className="fill" d="M12.5 52a11.5 11.5 0 0 1 23 0z" />
      <path className="line" d="M45 29h19M45 37.5h19M45 46h11" />
      <circle className="seal" cx="76" cy="56" r="12.5" />
      <path className="tick" d="m70.4 56.2 3.9 3.9 7.6-7.8" />
    </svg>
  );
}

/** A sheet of roles with a weight at each, one of them looked at closely. */
export function ReviewPicture() {
  return (
    <svg className="picture" viewBox="0 0 112 72" aria-hidden="true">
      <rect className="sheet" x="1" y="3" width="60" height="66" rx="6" />
      <path className="bar" d="M11 16h13M11 29h9M11 42h5" />
      <path className="line" d="M31 16h20M31 29h11M31 42h9M11 57h28" />
      <circle className="lens" cx="64" cy="38" r="16.5" />
      <path className="line" d="M56.5 34.5h15M56.5 41.5h9" />
      <path className="handle" d="m76.5 50.5 10.5 10.5" />
    </svg>
  );
}

/** Chosen subscriptions on this side, the provider on the other, and a line that has arrived. */
export function DelegatePicture() {
  return (
    <svg className="picture" viewBox="0 0 112 72" aria-hidden="true">
      <rect className="sheet" x="1" y="6" width="46" height="60" rx="6" />
      <rect className="chosen" x="9" y="14" width="30" height="11" rx="2.5" />
      <rect className="row" x="9" y="30.5" width="30" height="11" rx="2.5" />
      <rect className="chosen" x="9" y="47" width="30" height="11" rx="2.5" />
      <path className="way" d="M39 19.5h14q5 0 5 5V31q0 5 5 5h10.5M39 52.5h14q5 0 5-5V41q0-5 5-5" />
      <path className="way" d="m69.5 31 5 5-5 5" />
      <circle className="sheet" cx="95" cy="36" r="16" />
      <circle className="fill" cx="95" cy="31" r="4.8" />
      <path className="fill" d="M86.5 45a8.5 8.5 0 0 1 17 0z" />
    </svg>
  );
}
