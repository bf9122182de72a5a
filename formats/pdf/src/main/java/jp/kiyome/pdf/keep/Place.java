package jp.kiyome.pdf.keep;

import jp.kiyome.core.finding.Location;

/** Where in the file that is read something stands: the number of its object and the keys that lead there. */
record Place(int object, String path) {

    Place at(String key) {
        return new Place(object, path.isEmpty() ? key : path + "/" + key);
    }

    Location location() {
        Location part = object == 0 ? Location.wholeFile() : Location.ofPart(object + " 0 obj");
        return path.isEmpty() ? part : part.at(path);
    }
}
