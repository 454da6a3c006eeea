// Package group runs what it is given.
package group

type Runner interface{ Run() error }

func Run(rs ...Runner) error {
	failed := make(chan error, len(rs))
	for _, r := range rs {
		go func() { failed <- r.Run() }()
	}
	return <-failed
}
