#!/usr/bin/env python3
"""Makes the corpus: parts, machines and, for every pair, whether it can be made and why not.

    python3 corpus/make-corpus.py        writes parts.json, machines.json and labels.txt beside itself

The labels follow the rules below and nothing else. They are written in another language than the product and
share no line and no table with it, so that a mistake would have to be made twice. The same seed gives the same
files. Cases thought out by a person, with their verdicts, are in hand/.
"""
import json
import math
import os
import random

SEED = 20260601
HERE = os.path.dirname(os.path.abspath(__file__))

# ---- What is a kind of what. A word stands for itself and for everything above it.
ABOVE = {
    "FFF": "PRINTING", "SLA": "RESIN", "DLP": "RESIN", "RESIN": "PRINTING", "SLS": "POWDER", "MJF": "POWDER",
    "POWDER": "PRINTING", "MILLING": "MACHINING", "MILLING_5_AXIS": "MILLING", "TURNING": "MACHINING",
    "LASER_CUTTING": "SHEET_CUTTING",
    "PLA": "thermoplastic", "PETG": "thermoplastic", "ABS": "thermoplastic", "ASA": "thermoplastic",
    "PLA-CF": "PLA", "polyamide": "thermoplastic", "PA12": "polyamide", "acrylic": "thermoplastic",
    "POM": "thermoplastic", "thermoplastic": "plastic", "TPU": "thermoplastic", "photopolymer": "plastic",
    "tough resin": "photopolymer", "birch plywood": "plywood", "plywood": "wood", "MDF": "wood", "oak": "wood",
    "aluminium": "metal", "brass": "metal", "steel": "metal", "stainless steel": "steel",
    "aluminium 6061": "aluminium",
}
PRINTERS = {"FFF", "SLA", "DLP", "RESIN", "SLS", "MJF", "POWDER", "PRINTING"}
CHIPS = {"MILLING", "MILLING_5_AXIS", "TURNING", "MACHINING"}
BEARS = {"PLA": 51, "ABS": 71}  # degrees Celsius in use; of other materials the corpus says nothing


def is_a(have, asked):
    while have is not None:
        if have == asked:
            return True
        have = ABOVE.get(have)
    return False


# ---- How far off a length may be, to either side, in mm.
GENERAL = {  # ISO 2768-1, table 1
    "f": [0.05, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5], "m": [0.1, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2],
    "c": [0.2, 0.3, 0.5, 0.8, 1.2, 2, 3], "v": [None, 0.5, 1, 1.5, 2.5, 4, 6],
}
GENERAL_TO = [3, 6, 30, 120, 400, 1000, 2000]
GRADES = {  # ISO 286-1, table 1: whole width in micrometres
    "IT7": [10, 12, 15, 18, 21, 25, 30, 35, 40, 46, 52, 57, 63],
    "IT9": [25, 30, 36, 43, 52, 62, 74, 87, 100, 115, 130, 140, 155],
    "IT11": [60, 75, 90, 110, 130, 160, 190, 220, 250, 290, 320, 360, 400],
    "IT12": [100, 120, 150, 180, 210, 250, 300, 350, 400, 460, 520, 570, 630],
    "IT13": [140, 180, 220, 270, 330, 390, 460, 540, 630, 720, 810, 890, 970],
}
GRADES_TO = [3, 6, 10, 18, 30, 50, 80, 120, 180, 250, 315, 400, 500]


def off(name, length):
    if name is None:
        return None
    table, steps, scale = (GENERAL[name], GENERAL_TO, 1) if name in GENERAL else (GRADES[name], GRADES_TO, 0.0005)
    for value, step in zip(table, steps):
        if length <= step:
            return None if value is None else value * scale
    return None


# ---- Whether a box fits.
def rectangle_fits(p, q, P, Q, any_angle):
    """p x q in P x Q. Turned askew after Carver (1957), for p >= q and P >= Q."""
    p, q, P, Q = max(p, q), min(p, q), max(P, Q), min(P, Q)
    if p <= P and q <= Q:
        return True
    if not any_angle or p <= P or q > Q:
        return False
    return Q >= (2 * p * q * P + (p * p - q * q) * math.sqrt(p * p + q * q - P * P)) / (p * p + q * q)


def box_fits(size, room, turning, any_angle):
    x, y, z = size
    if turning == "fixed":
        return x <= room[0] and y <= room[1] and z <= room[2]
    flat = [(x, y, z)] if turning == "about z" else [(x, y, z), (x, z, y), (y, z, x)]
    return any(up <= room[2] and rectangle_fits(a, b, room[0], room[1], any_angle) for a, b, up in flat)


# ---- The rules, one a reason. Each gives True when something is missing.
def why_not(part, machine):
    reasons = set()
    mine = [one for one in [machine["process"]] + machine.get("also", []) if is_a(one, part["process"])]
    if not mine:
        reasons.add("P")
    if no_material(part, machine):
        reasons.add("M")
    any_angle = not mine or mine[0] in PRINTERS
    turning = "fixed" if part.get("controllers") else part.get("turning", "any")
    if "room" not in machine or not box_fits(part["size"], machine["room"], turning, any_angle):
        reasons.add("S")
    if machine.get("most-pieces") and part.get("pieces", 1) > machine["most-pieces"]:
        reasons.add("Q")
    if wrong_purpose(part, machine):
        reasons.add("W")
    if any(one not in machine.get("certifications", []) for one in part.get("certifications", [])):
        reasons.add("C")
    return reasons if not mine else reasons | workmanship(part, machine, mine[0])


def workmanship(part, machine, process):
    """Asked only of a machine of the right process."""
    reasons = set()
    if part.get("controllers") and machine.get("controller") not in part["controllers"]:
        reasons.add("G")
    if part.get("nozzle-celsius", 0) > machine.get("nozzle-celsius", 0):
        reasons.add("H")
    if part.get("bed-celsius", 0) > machine.get("bed-celsius", 0):
        reasons.add("H")
    if part.get("spindle-rpm", 0) > machine.get("spindle-rpm", 0):
        reasons.add("R")
    tool = machine.get("finest-tool")
    if "smallest-feature" in part and (tool is None or tool > part["smallest-feature"]):
        reasons.add("F")
    if process in CHIPS and "smallest-inner-radius" in part:
        if tool is None or tool > 2 * part["smallest-inner-radius"]:
            reasons.add("F")
    if "layer" in part and machine.get("layer", 9e9) > part["layer"]:
        reasons.add("L")
    if part.get("axes", 0) > 3 and machine.get("axes", 0) < part["axes"]:
        reasons.add("A")
    if any(one not in machine.get("tools", []) for one in part.get("tools", [])):
        reasons.add("T")
    if any(one not in machine.get("finishes", []) for one in part.get("finishes", [])):
        reasons.add("I")
    if "roughness" in part and machine.get("roughness", 9e9) > part["roughness"]:
        reasons.add("U")
    if not holds(part, machine):
        reasons.add("O")
    return reasons


def holds(part, machine):
    known = [machine.get("proven-tolerance")] + ([] if part.get("proven") else [machine.get("tolerance")])
    asked = []
    if "tolerance" in part:
        length = max(part["size"])
        asked.append((length, off(part["tolerance"], length)))
    for one in part.get("critical", []):
        asked.append((one["nominal"], one["plus-minus"]))
    for length, needed in asked:
        found = [off(name, length) for name in known if off(name, length) is not None]
        if needed is not None and (not found or min(found) > needed * (1 + 1e-9)):
            return False
    return True


def wrong_purpose(part, machine):
    purposes = part.get("purpose", [])
    never, takes = machine.get("never", []), machine.get("takes", [])
    if not purposes:
        return bool(never)  # somebody has to ask the customer
    return any(one in never or (one != "ordinary" and one not in takes) for one in purposes)


def no_material(part, machine):
    stock = machine.get("stock", [])
    names = machine.get("materials", []) + [one["material"] for one in stock] + machine.get("obtainable", [])
    for name in names:
        if not is_a(name, part["material"]):
            continue
        if part.get("heat", 0) > BEARS.get(name, 0):
            continue
        if not any(key in part for key in ("colour", "sheet", "grams")):
            return False
        for lying in stock:
            if (lying["material"] == name
                    and part.get("colour") in (None, lying.get("colour"))
                    and ("sheet" not in part or lying.get("sheet") == part["sheet"])
                    and part.get("grams", 0) <= lying.get("grams", 0)):
                return False
    return True


# ---- Parts and machines, drawn so that many pairs are near the edge.
EDGES = [60, 100, 120, 150, 180, 204, 210, 220, 235, 250, 256, 300, 350, 400, 600, 1200]
FILAMENTS = ["PLA", "PETG", "ABS", "ASA", "TPU", "PLA-CF", "polyamide"]
STUFF = {
    "FFF": FILAMENTS, "SLA": ["photopolymer", "tough resin"], "DLP": ["photopolymer", "tough resin"],
    "SLS": ["PA12", "TPU"], "MJF": ["PA12"], "TURNING": ["aluminium", "brass", "steel", "POM"],
    "MILLING": ["plywood", "birch plywood", "MDF", "oak", "aluminium", "aluminium 6061", "brass", "POM", "acrylic"],
    "MILLING_5_AXIS": ["aluminium", "aluminium 6061", "stainless steel", "POM"],
    "LASER_CUTTING": ["plywood", "birch plywood", "MDF", "acrylic"],
}
PURPOSES = ["food", "skin", "child under three", "load-bearing", "mains voltage"]
COLOURS = ["black", "white", "red", "natural"]
TOLERANCES = ["f", "m", "c", "v", "IT7", "IT9", "IT11", "IT12", "IT13"]


def maybe(r, chance, thing, key, value):
    if r.random() < chance:
        thing[key] = value()


def some(r, words, most):
    return sorted(r.sample(words, r.randint(1, min(most, len(words)))))


def make_machine(r, number, process):
    m = {"name": "m%03d" % number, "process": process}
    sheet = process == "LASER_CUTTING"
    if r.random() < 0.97:
        m["room"] = [r.choice(EDGES[2:]), r.choice(EDGES[2:]), r.choice([3, 6, 10]) if sheet else r.choice(EDGES[:13])]
    m["materials"] = some(r, STUFF[process], 4)
    maybe(r, 0.5, m, "obtainable", lambda: some(r, STUFF[process], 3))
    maybe(r, 0.6, m, "stock", lambda: [
        {"material": r.choice(m["materials"]), "colour": r.choice(COLOURS), "grams": r.choice([0, 200, 750, 1000]),
         **({"sheet": r.choice([3, 4, 6, 10])} if sheet or process == "MILLING" else {})}
        for _ in range(r.randint(1, 3))])
    if process == "FFF":
        m["controller"] = r.choice(["MARLIN", "MARLIN", "REPRAPFIRMWARE"])
        m["nozzle-celsius"] = r.choice([230, 250, 280, 300])
        m["bed-celsius"] = r.choice([0, 60, 90, 110])
    if process.startswith("MILLING"):
        m["controller"] = r.choice(["GRBL", "GRBLHAL"])
        m["spindle-rpm"] = r.choice([8000, 10000, 18000, 24000])
    fine = {"FFF": [0.25, 0.4, 0.6, 0.8], "SLA": [0.05, 0.14], "DLP": [0.035, 0.05], "SLS": [0.4], "MJF": [0.4],
            "LASER_CUTTING": [0.1, 0.2]}
    maybe(r, 0.8, m, "finest-tool", lambda: r.choice(fine.get(process, [0.5, 1, 2, 3.175, 6])))
    maybe(r, 0.7, m, "layer", lambda: r.choice([0.025, 0.05, 0.1, 0.2]))
    maybe(r, 0.7, m, "tolerance", lambda: r.choice(TOLERANCES))
    maybe(r, 0.3, m, "proven-tolerance", lambda: r.choice(TOLERANCES))
    maybe(r, 0.3, m, "roughness", lambda: r.choice([0.8, 1.6, 3.2, 6.3, 12.5]))
    maybe(r, 0.4, m, "finishes", lambda: some(r, ["sanded", "painted", "anodised", "polished"], 3))
    maybe(r, 0.5, m, "tools", lambda: some(r, ["hardened nozzle", "v-bit", "3 mm end mill", "drill chuck"], 3))
    maybe(r, 0.3, m, "certifications", lambda: some(r, ["ISO 9001", "ISO 13485"], 2))
    maybe(r, 0.3, m, "most-pieces", lambda: r.choice([1, 10, 50, 500]))
    maybe(r, 0.4, m, "never", lambda: some(r, PURPOSES, 3))
    maybe(r, 0.4, m, "takes", lambda: [one for one in some(r, PURPOSES, 3) if one not in m.get("never", [])])
    if process == "MILLING_5_AXIS":
        m["axes"] = 5
    elif r.random() < 0.2:
        m["axes"] = r.choice([3, 4])
    if process == "MILLING" and r.random() < 0.15:
        m["also"] = ["LASER_CUTTING"]
    return {key: value for key, value in m.items() if value != []}


def make_part(r, number, process):
    p = {"name": "p%03d" % number}
    family = {"FFF": ["PRINTING"], "SLA": ["RESIN", "PRINTING"], "DLP": ["RESIN"], "SLS": ["POWDER", "PRINTING"],
              "MJF": ["POWDER"], "MILLING": ["MACHINING"], "TURNING": ["MACHINING"], "MILLING_5_AXIS": ["MILLING"],
              "LASER_CUTTING": ["SHEET_CUTTING"]}
    p["process"] = process if r.random() < 0.7 else r.choice(family[process])
    stuff = r.choice(STUFF[process])
    for _ in range(r.choice([0, 0, 0, 1, 2])):
        stuff = ABOVE.get(stuff, stuff)
    p["material"] = stuff
    sides = [max(1, r.choice(EDGES[:12]) + r.choice([-40, -10, 0, 0, 0.5, 4])) for _ in range(3)]
    for i in range(r.choice([0, 1, 2])):
        sides[i] = r.choice([2, 8, 20, 45])
    if process == "LASER_CUTTING":
        sides[2] = r.choice([3, 4, 6])
    r.shuffle(sides)
    if process == "LASER_CUTTING":
        sides.sort(reverse=True)
    p["size"] = sides
    p["turning"] = r.choice(["any", "any", "about z", "fixed"])
    if process == "FFF" and r.random() < 0.3:
        p["process"] = "FFF"
        p["controllers"] = r.choice([["MARLIN"], ["REPRAPFIRMWARE"], ["MARLIN", "REPRAPFIRMWARE"]])
        p["nozzle-celsius"] = r.choice([215, 230, 250, 285])
        p["bed-celsius"] = r.choice([0, 60, 85, 110])
    if process == "MILLING" and r.random() < 0.3:
        p["process"] = "MILLING"
        p["controllers"] = ["GRBL"]
        p["spindle-rpm"] = r.choice([8000, 10000, 12000, 24000])
    seldom = 0.06
    maybe(r, 0.2, p, "tolerance", lambda: r.choice(TOLERANCES))
    maybe(r, seldom, p, "proven", lambda: True)
    maybe(r, 0.1, p, "critical", lambda: [
        {"dimension": "bore", "nominal": r.choice([3, 6, 8, 20, 30, 49.5]), "plus-minus": r.choice([0.02, 0.05, 0.1, 0.3])}])
    maybe(r, 0.2, p, "smallest-feature", lambda: r.choice([0.05, 0.2, 0.4, 0.6, 1, 3]))
    maybe(r, 0.1, p, "smallest-inner-radius", lambda: r.choice([0.25, 0.5, 1, 1.5875, 3]))
    maybe(r, 0.1, p, "layer", lambda: r.choice([0.05, 0.1, 0.2, 0.3]))
    maybe(r, seldom, p, "roughness", lambda: r.choice([1.6, 3.2, 12.5]))
    maybe(r, seldom, p, "finishes", lambda: some(r, ["sanded", "painted", "polished"], 2))
    maybe(r, seldom, p, "tools", lambda: some(r, ["hardened nozzle", "v-bit", "3 mm end mill"], 1))
    maybe(r, seldom, p, "certifications", lambda: some(r, ["ISO 9001", "ISO 13485"], 1))
    maybe(r, 0.3, p, "pieces", lambda: r.choice([1, 2, 10, 11, 50, 500, 5000]))
    maybe(r, 0.15, p, "colour", lambda: r.choice(COLOURS))
    maybe(r, 0.08, p, "grams", lambda: r.choice([150, 200, 750, 900]))
    maybe(r, seldom, p, "heat", lambda: r.choice([40, 51, 60, 71, 90]))
    if process == "LASER_CUTTING":
        maybe(r, 0.3, p, "sheet", lambda: r.choice([3, 4, 6]))
    if r.random() < 0.75:
        p["purpose"] = ["ordinary"] if r.random() < 0.7 else some(r, PURPOSES, 2)
    maybe(r, 0.03, p, "axes", lambda: r.choice([4, 5]))
    return p


def main():
    r = random.Random(SEED)
    kinds = (["FFF"] * 100 + ["SLA"] * 10 + ["DLP"] * 12 + ["SLS"] * 8 + ["MJF"] * 6 + ["MILLING"] * 46
             + ["MILLING_5_AXIS"] * 8 + ["TURNING"] * 8 + ["LASER_CUTTING"] * 22)
    machines = [make_machine(r, i + 1, kind) for i, kind in enumerate(kinds)]
    wanted = (["FFF"] * 170 + ["SLA"] * 14 + ["DLP"] * 14 + ["SLS"] * 12 + ["MJF"] * 8 + ["MILLING"] * 66
              + ["MILLING_5_AXIS"] * 8 + ["TURNING"] * 10 + ["LASER_CUTTING"] * 38)
    parts = [make_part(r, i + 1, kind) for i, kind in enumerate(wanted)]
    write("parts.json", "[\n" + ",\n".join(json.dumps(one) for one in parts) + "\n]\n")
    write("machines.json", "[\n" + ",\n".join(json.dumps(one) for one in machines) + "\n]\n")
    lines = ["# Made by make-corpus.py. A dot is can; letters are reasons why not:",
             "# P process  G program  M material  S size  H heat  R spindle  F fineness  L layer  A axes  T tool",
             "# O tolerance  U roughness  I finish  Q pieces  W purpose  C certificate",
             "machines: " + " ".join(one["name"] for one in machines)]
    can = 0
    for part in parts:
        cells = ["".join(sorted(why_not(part, machine))) or "." for machine in machines]
        can += cells.count(".")
        lines.append(part["name"] + ": " + " ".join(cells))
    write("labels.txt", "\n".join(lines) + "\n")
    print("%d parts, %d machines, %d pairs can be made" % (len(parts), len(machines), can))


def write(name, text):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as out:
        out.write(text)


if __name__ == "__main__":
    main()
