// A clip that holds a cable at the edge of a table top. Printed as it is drawn, without support.
// All lengths in millimetres. openscad --export-format binstl -o cable-clip.stl cable-clip.scad
board = 18;   // thickness of the table top
grip = 22;    // how far the jaws reach over it
wall = 3;
cable = 6;    // diameter of the cable
width = 9;    // the height of the print
$fn = 48;

module jaws() {
  difference() {
    offset(r = 1.2) offset(delta = -1.2) square([grip + wall, board + 2 * wall]);
    translate([wall, wall]) polygon([[0, 0], [grip + 1, 0.8], [grip + 1, board - 0.8], [0, board]]);
  }
}

module eye() {
  translate([-cable / 2 - 1, board / 2 + wall])
    difference() {
      circle(d = cable + 2 * wall);
      circle(d = cable);
      rotate(200) translate([0, -cable * 0.275]) square([2 * cable, cable * 0.55]); // the cable snaps in here
    }
}

linear_extrude(width)
  union() {
    jaws();
    eye();
  }
