// An Electron app with every lock open, to show that what our locks refuse would otherwise happen.
const { app, BrowserWindow } = require('electron');

app.commandLine.appendSwitch('use-fake-device-for-media-stream');
const url = process.argv.find((word) => word.startsWith('http://')) ?? 'about:blank';

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    webPreferences: {
      nodeIntegration: true,
      contextIsolation: false,
      sandbox: false,
      webSecurity: false,
      webviewTag: true,
    },
  });
  void window.loadURL(url);
});
