import '@cloudscape-design/global-styles/index.css';
import { hydrateRoot } from 'react-dom/client';
import { followSystemColours } from './follow-system-colours';
import { Root } from './root';
import { refuseStrayDrops } from './stray-drops';
import '../styles/app.css';
import '../styles/parts.css';
import '../styles/ceremony.css';
import '../styles/custody.css';
import '../styles/rehearse.css';
import '../styles/transfer.css';
import '../styles/unfinished.css';

/** Makes the first screen, which the build has rendered, one that answers. */
export function takeOver(screen: HTMLElement): void {
  followSystemColours();
  refuseStrayDrops();
  hydrateRoot(screen, <Root />);
  // Until now a click would have been lost.
  screen.inert = false;
}
