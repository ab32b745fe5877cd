import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand } from './run-command.mjs'
import { showStep } from './show-step.mjs'

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (...names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))).find(isExecutable)

/** The Chromium that is there without installing anything; first the one that has no window, which shows the same pages with a tenth less work. */
export const findOnPath = () => onPath('chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')

const mayUseApt = () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined

const installWithApt = async () => {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update', '-qq'], { quiet: true, environment })
  await runCommand('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-dejavu-core'], { quiet: true, environment })
}

/** The path of a Chromium: CHROMIUM_PATH, else one on PATH, else installed by apt where that is possible; undefined where there is none. */
export const findChromium = async () => {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (!isExecutable(given)) throw new Error(`CHROMIUM_PATH names ${given}, which is not a program that can be run.`)
    return given
  }
  if (!findOnPath() && mayUseApt()) await showStep('Installing Chromium with apt-get', installWithApt)
  return findOnPath()
}
