/** Tells that something has changed, as often as people can read. */
export interface PacedTelling {
  /** At once where it was quiet, else together with all that changes within a moment. */
  soon(): void;
  /** At once, for what must not wait. */
  now(): void;
}

/** Over thousands of scopes something changes hundreds of times a second, and each time a page is drawn anew. In ms. */
const tellEvery = 200;

export function paced(tell: () => void): PacedTelling {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let news = false;
  const now = () => {
    clearTimeout(resting);
    news = false;
    resting = setTimeout(() => {
      resting = undefined;
      if (news) now();
    }, tellEvery);
    tell();
  };
  return {
    now,
    soon() {
      if (resting === undefined) now();
      else news = true;
    },
  };
}
