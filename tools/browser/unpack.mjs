// Unpacks the browser into TMPDIR, with the system libraries it brings for machines that lack them.
import chromium from "@sparticuz/chromium";

await chromium.executablePath();
