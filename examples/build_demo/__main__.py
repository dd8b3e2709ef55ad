"""Write `examples/demo` afresh, or the folder that is named."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from build_demo.demo import build
from build_demo.writing import write_out

if __name__ == "__main__":
    HERE = Path(__file__).resolve().parents[1]
    write_out(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "demo", build())
