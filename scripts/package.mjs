// npm run package: writes the .vsix and refuses one that holds anything it need not hold.
import { packageExtension } from './lib/package.mjs';

const { file, entries, size } = await packageExtension();
for (const entry of entries) console.log(`${String(entry.size).padStart(9)}  ${entry.name}`);
console.log(`${file}: ${entries.length} files, ${Math.ceil(size / 1024)} KB`);
