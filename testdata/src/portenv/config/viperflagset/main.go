// Command viperflagset sets each of its flags to what viper has for it, also from the
// environment.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

var listen string

func main() {
	cmd := &cobra.Command{
		Use:              "viperflagset",
		PersistentPreRun: func(cmd *cobra.Command, _ []string) { fill(cmd) },
		Run: func(*cobra.Command, []string) {
			http.ListenAndServe(listen, http.FileServer(http.Dir(".")))
		},
	}
	cmd.PersistentFlags().StringVar(&listen, "listen", ":8080", "address")
	cmd.Execute()
}

func fill(cmd *cobra.Command) {
	v := viper.New()
	v.AutomaticEnv()
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		_ = cmd.Flags().Set(f.Name, v.GetString(f.Name))
	})
}
