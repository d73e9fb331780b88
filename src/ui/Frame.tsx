import { useRef, type ReactElement, type ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import styles from './Frame.module.css';
import { useKeptFocus } from './useKeptFocus.ts';

export interface FrameItem {
  readonly to: string;
  readonly name: string;
  readonly icon: ReactElement;
}

/** The frame around every page: product, tools at the right, the pages at the left (on narrow screens: above). */
export function Frame(props: {
  readonly product: string;
  readonly skip: string;
  readonly navigation: string;
  readonly items: readonly FrameItem[];
  readonly tools: ReactNode;
  /** A slim bar under the header: a run in progress, or one that was not finished. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}) {
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  return (
    <>
      <a className={styles.skip} href="#content">
        {props.skip}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.product} aria-label={props.product}>
          <img src="/mark.svg" alt="" className={styles.mark} />
          <span>{props.product}</span>
        </Link>
        <div className={styles.tools}>{props.tools}</div>
      </header>
      {props.banner}
      <div className={styles.body}>
        <nav className={styles.rail} aria-label={props.navigation}>
          {props.items.map((item) => (
            <NavLink key={item.to} to={item.to} end={item.to === '/'} className={styles.item ?? ''}>
              {item.icon}
              <span>{item.name}</span>
            </NavLink>
          ))}
        </nav>
        <main id="content" ref={main} className={styles.main}>
          {props.children}
        </main>
      </div>
    </>
  );
}
