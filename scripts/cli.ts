// npm run cli -- COMMAND …: administration on the database of MONGODB_URI, or of the running demo.
import { doctor } from './cli/doctor.ts'
import { grantAdmin } from './cli/grant-admin.ts'
import { listUsers } from './cli/list-users.ts'
import { runCommandLine } from './live/run-command-line.ts'

type Command = { usage: string; run(words: string[]): Promise<number> }

const commands: Record<string, Command> = {
  doctor: { usage: 'doctor                     what this machine and its configuration lack', run: doctor },
  users: { usage: 'users [BEGINNING]          people by name, or by a whole e-mail address', run: listUsers },
  'grant-admin': { usage: 'grant-admin EMAIL          makes a person an administrator of the platform', run: grantAdmin },
}

const [name = '', ...words] = process.argv.slice(2)
const command = commands[name]

runCommandLine(async () => {
  if (command) return command.run(words)
  console.error(
    `npm run cli -- COMMAND\n${Object.values(commands)
      .map(({ usage }) => `  ${usage}`)
      .join('\n')}`,
  )
  return 1
})
