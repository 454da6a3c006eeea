// Package godotenv is a stub of github.com/joho/godotenv: the signatures that tests use.
package godotenv

func Load(filenames ...string) (err error)                           { return nil }
func Overload(filenames ...string) (err error)                       { return nil }
func Read(filenames ...string) (envMap map[string]string, err error) { return nil, nil }
