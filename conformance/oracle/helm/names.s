// That this file is here lets render.go declare functions that it does not define.
