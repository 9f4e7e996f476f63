import I18nProvider from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { StrictMode } from 'react';
import { App } from './app';

/** The whole page. What the build renders ahead and what the window takes over must be the same. */
export function Root() {
  return (
    <StrictMode>
      <I18nProvider locale="en" messages={[messages]}>
        <App />
      </I18nProvider>
    </StrictMode>
  );
}
