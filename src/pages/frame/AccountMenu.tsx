import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { useText } from '../../text/TextContext.tsx';
import { useServices } from '../services.ts';
import { initialsOf } from './initials.ts';
import styles from './AccountMenu.module.css';

/** Who is signed in, as member or guest; another account; sign out. */
export function AccountMenu() {
  const { t } = useText();
  const { session, membership } = useServices();
  const navigate = useNavigate();
  const { name, username } = session.person;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          // A picture with initials in it: its name is the button's.
          icon={
            <span role="img" aria-label={t.frame.account(name)} className={styles.picture}>
              <span aria-hidden>{initialsOf(name)}</span>
            </span>
          }
        />
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.who}>
          <strong>{name}</strong>
          <span>{username}</span>
          <span>{t.frame[membership]}</span>
        </div>
        <MenuDivider />
        <MenuList>
          <MenuItem onClick={() => void navigate(paths.privacy)}>{t.about.privacy.title}</MenuItem>
          <MenuItem onClick={() => void navigate(paths.diagnostics)}>{t.about.diagnostics.title}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => void session.switchAccount()}>{t.frame.switchAccount}</MenuItem>
          <MenuItem onClick={() => void session.signOut()}>{t.frame.signOut}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
