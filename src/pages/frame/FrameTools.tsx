import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { isLanguage, languageNames, languages } from '../../text/language.ts';
import { useText } from '../../text/TextContext.tsx';
import {
  LocalLanguage20Regular,
  QuestionCircle20Regular,
  WeatherMoon20Regular,
  WeatherSunny20Regular,
} from '../../ui/icons.ts';
import type { ThemeName } from '../../ui/Theme.tsx';

/** Chooses the language; each is called by its own name. */
export function LanguageMenu() {
  const { t, language, setLanguage } = useText();
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => checkedItems.filter(isLanguage).forEach(setLanguage)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t.frame.language} relationship="label">
          <Button appearance="subtle" icon={<LocalLanguage20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {languages.map((name) => (
            <MenuItemRadio key={name} name="language" value={name} lang={name}>
              {languageNames[name]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Light or dark. */
export function ThemeButton({
  theme,
  onTheme,
}: {
  readonly theme: ThemeName;
  readonly onTheme: (theme: ThemeName) => void;
}) {
  const { t } = useText();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <Tooltip content={`${t.frame.theme}: ${t.frame[other]}`} relationship="label">
      <Button
        appearance="subtle"
        icon={theme === 'dark' ? <WeatherSunny20Regular /> : <WeatherMoon20Regular />}
        onClick={() => onTheme(other)}
      />
    </Tooltip>
  );
}

/** Help, in the same place on every page. */
export function HelpLink() {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <Tooltip content={t.frame.help} relationship="label">
      <Button appearance="subtle" icon={<QuestionCircle20Regular />} onClick={() => void navigate(paths.guide)} />
    </Tooltip>
  );
}
