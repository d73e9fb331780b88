import type { ReactNode } from 'react';
import type { Problem } from '../../domain/problem.ts';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { Frame } from '../../ui/Frame.tsx';
import {
  Book24Regular,
  History24Regular,
  Home24Regular,
  PeopleTeam24Regular,
  PlugConnected24Regular,
  Pulse24Regular,
  Tag24Regular,
} from '../../ui/icons.ts';
import type { ThemeName } from '../../ui/Theme.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { HelpLink, LanguageMenu, ThemeButton } from './FrameTools.tsx';
import { ProblemNotice } from '../shared/ProblemNotice.tsx';
import { RunBanner } from './RunBanner.tsx';
import { TenantMenu } from './TenantMenu.tsx';

/** The frame around every page, with the tools that are the same everywhere. */
export function AppFrame(props: {
  readonly theme: ThemeName;
  readonly onTheme: (theme: ThemeName) => void;
  /** What went wrong on the way here, said once above the page. */
  readonly problem: Problem | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const { frame } = t;
  return (
    <Frame
      product={t.common.product}
      skip={frame.skip}
      navigation={frame.navigation}
      items={[
        { to: paths.overview, name: frame.overview, icon: <Home24Regular aria-hidden /> },
        { to: paths.offers, name: frame.offers, icon: <Tag24Regular aria-hidden /> },
        { to: paths.delegations, name: frame.delegations, icon: <PeopleTeam24Regular aria-hidden /> },
        { to: paths.registration, name: frame.registration, icon: <PlugConnected24Regular aria-hidden /> },
        { to: paths.activity, name: t.activity.nav, icon: <Pulse24Regular aria-hidden /> },
        { to: paths.runs, name: frame.runs, icon: <History24Regular aria-hidden /> },
        { to: paths.guide, name: frame.guide, icon: <Book24Regular aria-hidden /> },
      ]}
      tools={
        <>
          <TenantMenu />
          <LanguageMenu />
          <ThemeButton theme={props.theme} onTheme={props.onTheme} />
          <HelpLink />
          <AccountMenu />
        </>
      }
      banner={
        <>
          <RunBanner mayGoOn={props.problem === undefined} />
          {props.problem && <ProblemNotice error={props.problem} />}
        </>
      }
    >
      {props.children}
    </Frame>
  );
}
