/* The icons that the app draws, each from its own module: the package's front door holds thousands. */
export { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
export { Book24Regular } from '@fluentui/react-icons/svg/book';
export { Building20Regular } from '@fluentui/react-icons/svg/building';
export { Checkmark16Regular, Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark';
export {
  CheckmarkCircle16Filled,
  CheckmarkCircle20Filled,
  CheckmarkCircle24Filled,
} from '@fluentui/react-icons/svg/checkmark-circle';
export { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
export { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
export { Circle16Regular, Circle24Regular } from '@fluentui/react-icons/svg/circle';
export { Copy16Regular } from '@fluentui/react-icons/svg/copy';
export { ErrorCircle16Filled, ErrorCircle20Filled, ErrorCircle24Filled } from '@fluentui/react-icons/svg/error-circle';
export { History24Regular } from '@fluentui/react-icons/svg/history';
export { Home24Regular } from '@fluentui/react-icons/svg/home';
export { Info16Filled, Info20Filled } from '@fluentui/react-icons/svg/info';
export { Link20Regular } from '@fluentui/react-icons/svg/link';
export { LocalLanguage20Regular } from '@fluentui/react-icons/svg/local-language';
export { PeopleTeam24Regular } from '@fluentui/react-icons/svg/people-team';
export { PlugConnected24Regular } from '@fluentui/react-icons/svg/plug-connected';
export { Print20Regular } from '@fluentui/react-icons/svg/print';
export { Pulse24Regular } from '@fluentui/react-icons/svg/pulse';
export { QuestionCircle20Regular, QuestionCircle24Regular } from '@fluentui/react-icons/svg/question-circle';
export { Tag24Regular } from '@fluentui/react-icons/svg/tag';
export { Warning16Filled, Warning20Filled } from '@fluentui/react-icons/svg/warning';
export { WeatherMoon20Regular } from '@fluentui/react-icons/svg/weather-moon';
export { WeatherSunny20Regular } from '@fluentui/react-icons/svg/weather-sunny';
