import { useEffect, useState } from 'react';
import type { AppView } from '../main/shared/views';
import { api } from './api';
import { AppBar } from './components/app-bar';
import { Home } from './home';
import { WrapOffline } from './jobs/wrap-offline/wrap-offline';
import { appName, versionLine } from './words/app';
import { wrapOfflineJob } from './words/home';

export function App() {
  const [screen, setScreen] = useState<'home' | 'wrap-offline'>('home');
  const [app, setApp] = useState<AppView>();
  useEffect(() => {
    void api.describeApp({}).then((described) => {
      if (described.ok) setApp(described.value);
    });
  }, []);
  return (
    <div className="app">
      <AppBar appName={appName} jobName={screen === 'home' ? '' : wrapOfflineJob.label} />
      <main className="app-main">
        {screen === 'home' ? (
          <Home onOpenWrapOffline={() => setScreen('wrap-offline')} />
        ) : (
          <WrapOffline onLeave={() => setScreen('home')} />
        )}
      </main>
      <footer className="app-footer">{versionLine(app?.version)}</footer>
    </div>
  );
}
