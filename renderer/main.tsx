import '@cloudscape-design/global-styles/index.css';
import I18nProvider from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { followSystemColours } from './follow-system-colours';
import { refuseStrayDrops } from './stray-drops';
import './styles/app.css';
import './styles/parts.css';
import './styles/ceremony.css';
import './styles/custody.css';
import './styles/rehearse.css';
import './styles/unfinished.css';

followSystemColours();
refuseStrayDrops();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en" messages={[messages]}>
      <App />
    </I18nProvider>
  </StrictMode>,
);
